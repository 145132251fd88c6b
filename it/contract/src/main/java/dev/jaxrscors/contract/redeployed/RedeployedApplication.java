package dev.jaxrscors.contract.redeployed;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The application: a listener, a supplier and a source of its own are told to the library. */
@ApplicationPath("api")
public class RedeployedApplication extends Application {

  /** Is there as long as its class loader is: it shows up in a histogram of the heap. */
  public static final class Marker {
    static final Marker OF_THIS_DEPLOYMENT = new Marker();

    private Marker() {}
  }

  private static final AtomicInteger HEARD = new AtomicInteger();

  private final Marker marker = Marker.OF_THIS_DEPLOYMENT;

  /** Hears of every request, as long as the application is deployed. */
  public static final class Hearing implements CorsListener {
    @Override
    public void granted(CorsEvent.Granted event) {
      HEARD.incrementAndGet();
    }

    @Override
    public void refused(CorsEvent.Refused event) {
      HEARD.incrementAndGet();
    }
  }

  @Override
  public Map<String, Object> getProperties() {
    CorsSetup setup =
        CorsSetup.builder()
            .policy("supplied", RedeployedApplication::supplied)
            .listener(new Hearing())
            .build();
    return Map.of(CorsSetup.PROPERTY, setup, "redeployed.marker", marker);
  }

  private static Policy supplied() {
    return Policy.builder().origins("https://a.example").build();
  }
}
