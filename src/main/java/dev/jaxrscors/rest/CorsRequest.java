package dev.jaxrscors.rest;

import dev.jaxrscors.internal.filter.MarkFilter;
import jakarta.ws.rs.container.ContainerRequestContext;

/** What filters of an application may ask about a request. */
public final class CorsRequest {

  private CorsRequest() {}

  /**
   * Reports whether a request is a preflight, so that filters of an application can tell.
   *
   * <p>Response filters run on preflights, refused ones too, name-bound ones among them, and see
   * the method that the preflight announces, not {@code OPTIONS}; but that request was not made. So
   * one that records what was done, evicts what was cached, renews a session or counts by method
   * should begin with this:
   *
   * <pre>{@code
   * if (CorsRequest.isPreflight(request)) {
   *   return;
   * }
   * }</pre>
   *
   * @param request a request, in any filter after the pre-matching ones with the highest priority
   * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
   *     request</a>
   * @return whether so
   */
  public static boolean isPreflight(ContainerRequestContext request) {
    return MarkFilter.isPreflight(request);
  }
}
