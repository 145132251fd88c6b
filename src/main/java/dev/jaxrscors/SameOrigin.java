package dev.jaxrscors;

import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;

/**
 * Whether a request comes from a page of the server's own origin, which is never rejected.
 *
 * <p>Browsers send {@code Origin} with such requests too, for every method but GET and HEAD, and
 * behind a proxy the server may not know its own name: so what the browser itself says goes first.
 *
 * @see <a href="https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header">Fetch
 *     Metadata, Sec-Fetch-Site</a>
 */
final class SameOrigin {

  private SameOrigin() {}

  static boolean isSameOrigin(ContainerRequestContext request) {
    // No script can set this header.
    if (Requests.lines(request, "Sec-Fetch-Site").equals(List.of("same-origin"))) {
      return true;
    }
    Origin own = Origin.of(request.getUriInfo().getRequestUri());
    return own != null && Requests.origins(request).equals(List.of(own.serialized()));
  }
}
