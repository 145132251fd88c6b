package dev.jaxrscors.benchmarks.dispatch;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * The filter that is copied from page to page of the web: it answers every {@code OPTIONS} itself,
 * and knows of no resource.
 */
@PreMatching
public final class HandWrittenFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Set<String> ALLOWED = Set.of(Call.ALLOWED);

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getMethod().equalsIgnoreCase("OPTIONS")) {
      request.abortWith(Response.ok().build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String origin = request.getHeaderString("Origin");
    if (origin != null && ALLOWED.contains(origin)) {
      MultivaluedMap<String, Object> headers = response.getHeaders();
      headers.add("Access-Control-Allow-Origin", origin);
      headers.add("Access-Control-Allow-Credentials", "true");
      headers.add("Access-Control-Allow-Headers", "origin, content-type, accept, authorization");
      headers.add("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS, HEAD");
      headers.add("Vary", "Origin");
    }
  }
}
