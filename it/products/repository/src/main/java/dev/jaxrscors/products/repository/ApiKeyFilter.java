package dev.jaxrscors.products.repository;

import jakarta.annotation.Priority;
import jakarta.json.Json;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Lets nobody change anything without the key: no resource declares the header that it is in. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isOpen = SAFE.contains(request.getMethod());
    if (!isOpen && !ApiKey.isKey(request.getHeaderString(ApiKey.HEADER))) {
      request.abortWith(unauthorized());
    }
  }

  private static Response unauthorized() {
    return Response.status(Response.Status.UNAUTHORIZED)
        .header("WWW-Authenticate", "ApiKey realm=\"repository\"")
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Json.createObjectBuilder().add("message", "Wrong or missing key").build())
        .build();
  }
}
