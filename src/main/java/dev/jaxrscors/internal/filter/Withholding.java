package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.internal.runtime.EarlyFields;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.List;

/**
 * Grants that the application takes back. A request is marked by a property; a response, which has
 * nothing that is not sent, by a value of {@code Vary} that is one of ours, and right for every
 * response that is withheld: it may leave the server where no filter of ours runs.
 */
final class Withholding {

  private static final String PROPERTY = "dev.jaxrscors.withheld";

  // Nobody looks for what was never written.
  private static volatile boolean used;

  private Withholding() {}

  /** What is written as {@code Origin}, and recognised by its class. */
  private static final class Mark {
    @Override
    public String toString() {
      return Vary.ORIGIN.fieldValue();
    }
  }

  /** Takes back what the response to a request grants. */
  static void mark(ContainerRequestContext request) {
    used = true;
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.stage() == Exchange.Stage.FINISHED) {
      takeOff(request, exchange);
    }
    request.setProperty(PROPERTY, true);
  }

  private static void takeOff(ContainerRequestContext request, Exchange exchange) {
    Verdict withheld = exchange.verdict().withheld();
    Passage passage = DoorFinder.passage(request);
    if (passage != null) {
      // It puts the fields again where a response begins anew.
      passage.decide(withheld.headers());
    }
    if (!EarlyFields.takeOff(request, ResponseHeaders.NAMES)) {
      throw new IllegalStateException(
          "CORS: too late, the response to this request is sent with what its policy grants;"
              + " withhold it before its first byte is written, which may be its first event");
    }
    if (withheld instanceof Verdict.Denied denied && exchange.verdict() != withheld) {
      exchange.host().notifier().refused(request, denied.denial(), exchange.applied());
    }
    exchange.judge(withheld);
    exchange.finish();
  }

  /** Takes back what is granted by a response. */
  static ResponseBuilder mark(ResponseBuilder response) {
    used = true;
    return response.header(Vary.FIELD_NAME, new Mark());
  }

  /** Reports whether some application has ever taken something back. */
  static boolean isUsed() {
    return used;
  }

  /** Reports whether the application takes back what a response grants. */
  static boolean isMarked(ContainerRequestContext request, ContainerResponseContext response) {
    return used && (request.getProperty(PROPERTY) != null || isMarked(response));
  }

  private static boolean isMarked(ContainerResponseContext response) {
    List<Object> values = response.getHeaders().get(Vary.FIELD_NAME);
    List<Object> written = OwnValues.original(values);
    return written != null && written.stream().anyMatch(Mark.class::isInstance);
  }
}
