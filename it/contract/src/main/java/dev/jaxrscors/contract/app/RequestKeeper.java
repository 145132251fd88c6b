package dev.jaxrscors.contract.app;

import dev.jaxrscors.rest.CorsRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the requests that ask for it, since not every runtime injects one into a resource; and
 * takes back what is granted where that is asked for.
 */
@Provider
public class RequestKeeper implements ContainerRequestFilter, ContainerResponseFilter {

  private static final Map<String, ContainerRequestContext> KEPT = new ConcurrentHashMap<>();

  /**
   * Returns a request that was kept.
   *
   * @param key its name
   * @return the request
   */
  static ContainerRequestContext take(String key) {
    return Objects.requireNonNull(KEPT.remove(key), "no request was kept as " + key);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String kept = request.getUriInfo().getQueryParameters().getFirst("kept");
    if (kept != null) {
      KEPT.put(kept, request);
    }
    if (asks(request, "in")) {
      CorsRequest.withhold(request);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (asks(request, "out")) {
      CorsRequest.withhold(request);
    }
  }

  private static boolean asks(ContainerRequestContext request, String way) {
    return way.equals(request.getUriInfo().getQueryParameters().getFirst("withhold"));
  }
}
