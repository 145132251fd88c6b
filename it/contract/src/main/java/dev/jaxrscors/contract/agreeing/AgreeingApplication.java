package dev.jaxrscors.contract.agreeing;

import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application: it lists its classes, and has no policy itself. */
@ApplicationPath("api")
public class AgreeingApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(CorsFeature.class, Prices.class, Stocks.class);
  }
}
