package dev.jaxrscors.products.platform;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * Refuses changes that a form could have sent: those have no header of their own. It runs after
 * matching, so it never sees a preflight.
 */
final class RequestedByFilter implements ContainerRequestFilter {

  static final String HEADER = "X-Requested-By";

  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public void filter(ContainerRequestContext request) {
    if (!SAFE.contains(request.getMethod()) && request.getHeaderString(HEADER) == null) {
      request.abortWith(
          Response.status(Response.Status.BAD_REQUEST)
              .type(MediaType.TEXT_PLAIN_TYPE)
              .entity("Say who you are, in a header " + HEADER + ".")
              .build());
    }
  }
}
