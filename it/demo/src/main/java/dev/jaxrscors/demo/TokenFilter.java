package dev.jaxrscors.demo;

import dev.jaxrscors.rest.CorsRequest;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Lets no request to the account pass without the one token that this demo knows. */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class TokenFilter implements ContainerRequestFilter {

  static final String CUSTOMER = "customer";

  private static final String BEARER = "Bearer demo-token";

  /** Makes the filter. */
  public TokenFilter() {}

  @Override
  public void filter(ContainerRequestContext request) {
    // A preflight never carries the token: it asks whether a request with the token may come.
    if (!request.getUriInfo().getPath().startsWith("account") || CorsRequest.isPreflight(request)) {
      return;
    }
    if (BEARER.equals(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      request.setSecurityContext(new Customer(request.getSecurityContext()));
    } else {
      request.abortWith(
          Response.status(Response.Status.UNAUTHORIZED)
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
              .build());
    }
  }

  private record Customer(SecurityContext before) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> "Ada";
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
      return CUSTOMER.equals(role);
    }

    @Override
    public boolean isSecure() {
      return before.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
