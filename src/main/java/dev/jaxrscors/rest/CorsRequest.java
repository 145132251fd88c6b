package dev.jaxrscors.rest;

import dev.jaxrscors.internal.filter.FinishFilter;
import dev.jaxrscors.internal.filter.MarkFilter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/**
 * What an application may ask about a request, and say of its response. It keeps nothing itself,
 * and is thread-safe; a request or a response is for one thread at a time.
 */
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

  /**
   * Takes back what the policy grants on the response to a request: no {@code Access-Control-*} is
   * sent, so that the browser keeps the response from the page. {@code Vary} stays, and the log has
   * a line. For what only the resource finds out: the client that a form names, the tenant that a
   * token is for.
   *
   * <p>Nothing can be granted in this way. A preflight is answered before anything of the resource
   * runs, and what it grants is kept by the browser: whoever could be allowed late would have been
   * refused before. So let the policy, or its {@code OriginSource}, allow whom any client may have,
   * and withhold what this client does not. What the request has changed by then stays changed.
   *
   * <p>Call it in any filter, in the resource, or in another thread that resumes the response, as
   * long as nothing of the response is written: a sink of events writes with its first event. On a
   * preflight, in a filter of the application, it refuses the request to come. On a response that
   * no policy governs it does nothing.
   *
   * @param request the request
   * @throws IllegalStateException if the response is already being written
   * @see <a href="https://fetch.spec.whatwg.org/#cors-check">Fetch, CORS check</a>
   */
  public static void withhold(ContainerRequestContext request) {
    FinishFilter.withhold(request);
  }

  /**
   * Takes back what the policy grants on a response, as {@link #withhold(ContainerRequestContext)}
   * does on a request.
   *
   * <pre>{@code
   * return CorsRequest.withhold(Response.ok(token)).build();
   * }</pre>
   *
   * <p>The response says {@code Vary: Origin}, which is how the mark is kept, and nothing else of
   * it leaves the server.
   *
   * @param response the response, while it is built
   * @return the same builder
   */
  public static ResponseBuilder withhold(ResponseBuilder response) {
    return FinishFilter.withhold(response);
  }
}
