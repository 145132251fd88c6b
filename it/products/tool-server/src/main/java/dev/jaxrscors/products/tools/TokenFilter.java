package dev.jaxrscors.products.tools;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Lets only the bearers of a token through, and tells others where to get one.
 *
 * <p>It runs after matching, so it never sees a preflight, which has no token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-5.1">RFC 9728, WWW-Authenticate</a>
 */
@TokenRequired
@Priority(Priorities.AUTHENTICATION)
final class TokenFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final byte[] token;

  TokenFilter(String token) {
    this.token = token.getBytes(UTF_8);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<String> sent =
        Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
            .filter(value -> value.startsWith(SCHEME))
            .map(value -> value.substring(SCHEME.length()));
    if (sent.isEmpty()) {
      request.abortWith(challenge(request, ""));
    } else if (!MessageDigest.isEqual(token, sent.get().getBytes(UTF_8))) {
      request.abortWith(challenge(request, "error=\"invalid_token\", "));
    }
  }

  private static Response challenge(ContainerRequestContext request, String error) {
    String metadata =
        request
            .getUriInfo()
            .getBaseUriBuilder()
            .path(ResourceMetadata.PATH + "/mcp")
            .build()
            .toString();
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(
            HttpHeaders.WWW_AUTHENTICATE,
            "Bearer %sresource_metadata=\"%s\"".formatted(error, metadata))
        .build();
  }
}
