package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** The filter that most applications have: after the match, no token means 401. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String path = Paths.of(request);
    if (path.startsWith("calls")) {
      return;
    }
    Calls.count("authentication");
    if (path.startsWith("guarded")
        && !request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)) {
      request.abortWith(Response.status(401).entity("who are you?").type("text/plain").build());
    }
  }
}
