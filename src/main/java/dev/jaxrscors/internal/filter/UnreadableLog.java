package dev.jaxrscors.internal.filter;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.deploy.RateLimit;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.System.Logger.Level;

/**
 * Says at {@code DEBUG} which responses no page can read, because no resource answered and no
 * policy is for them: a line each, within a {@link RateLimit}.
 */
final class UnreadableLog {

  private final System.Logger logger;
  private final RateLimit budget;

  UnreadableLog(System.Logger logger, RateLimit budget) {
    this.logger = logger;
    this.budget = budget;
  }

  static UnreadableLog create() {
    return new UnreadableLog(System.getLogger("dev.jaxrscors"), new RateLimit(System::nanoTime));
  }

  void log(
      ContainerRequestContext request, ContainerResponseContext response, SameOrigin sameOrigin) {
    if (!logger.isLoggable(Level.DEBUG)
        || Requests.origins(request).isEmpty()
        || sameOrigin.sent(request)) {
      return;
    }
    long leftOut = budget.spend();
    if (leftOut >= 0) {
      logger.log(Level.DEBUG, line(request, response, leftOut));
    }
  }

  private static String line(
      ContainerRequestContext request, ContainerResponseContext response, long leftOut) {
    return "CORS: Unreadable response: "
        + Quoted.unquoted(request.getMethod())
        + " "
        + Quoted.unquoted(request.getUriInfo().getRequestUri().getRawPath())
        + " from origin "
        + Quoted.of(String.join(" | ", Requests.origins(request)))
        + ": no resource answered "
        + response.getStatus()
        + ", and the application has no policy for that; set CORS_DEFAULT_ORIGINS, or write"
        + " @CorsPolicy on the Application class"
        + (leftOut == 0 ? "" : " (" + leftOut + " lines like this were left out before)");
  }
}
