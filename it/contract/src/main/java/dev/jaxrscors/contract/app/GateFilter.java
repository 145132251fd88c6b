package dev.jaxrscors.contract.app;

import dev.jaxrscors.rest.CorsRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Authenticates before the match: below {@code gated} it lets preflights pass, below {@code closed}
 * it does not.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class GateFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String path = Paths.of(request);
    boolean shut =
        path.startsWith("closed")
            || (path.startsWith("gated") && !CorsRequest.isPreflight(request));
    if (shut && !request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      request.abortWith(Response.status(401).entity("who are you?").type("text/plain").build());
    }
  }
}
