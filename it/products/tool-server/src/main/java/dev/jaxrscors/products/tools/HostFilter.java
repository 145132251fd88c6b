package dev.jaxrscors.products.tools;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/**
 * Serves under the server's own names alone. A page whose name was made to point to this machine is
 * of the same origin to its browser, and to CORS, which has no say there: only its host is foreign.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">
 *     DNS rebinding</a>
 */
@PreMatching
final class HostFilter implements ContainerRequestFilter {

  private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");

  @Override
  public void filter(ContainerRequestContext request) {
    String host = request.getHeaderString(HttpHeaders.HOST);
    if (host == null || !NAMES.contains(host.replaceFirst(":\\d+$", ""))) {
      request.abortWith(Response.status(Response.Status.FORBIDDEN).build());
    }
  }
}
