package dev.jaxrscors.products.identity;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/**
 * An error that a client is told of.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">OAuth 2.0, error response</a>
 */
final class OAuthException extends WebApplicationException {

  private static final long serialVersionUID = 1;

  private OAuthException(Response response) {
    super(response);
  }

  static OAuthException badRequest(String error, String description) {
    return new OAuthException(response(Status.BAD_REQUEST, error, description).build());
  }

  static OAuthException invalidClient() {
    String description = "there is no such client, or it has another secret";
    return new OAuthException(response(Status.UNAUTHORIZED, "invalid_client", description).build());
  }

  /** Says how one authenticates: see RFC 6750, section 3. */
  static OAuthException unauthorized(String challenge, String error, String description) {
    return new OAuthException(
        response(Status.UNAUTHORIZED, error, description)
            .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
            .build());
  }

  static OAuthException notFound(String description) {
    return new OAuthException(response(Status.NOT_FOUND, "not_found", description).build());
  }

  static OAuthException tooLarge(String description) {
    return new OAuthException(
        response(Status.REQUEST_ENTITY_TOO_LARGE, "invalid_request", description).build());
  }

  private static Response.ResponseBuilder response(
      Status status, String error, String description) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(Map.of("error", error, "error_description", description));
  }
}
