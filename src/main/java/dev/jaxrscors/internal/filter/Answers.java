package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The responses that the library gives itself; {@link FinishFilter} adds the header fields. */
final class Answers {

  /** What a rejected request is answered. */
  static final String REJECTION =
      "{\"error\":\"CORS_NOT_ALLOWED\",\"message\":\"Origin not permitted by CORS policy\"}";

  private static final byte[] EMPTY = {};

  private Answers() {}

  /**
   * Returns the response to a preflight. What the browser refuses by itself has the status of a
   * grant: with any other it would not read further.
   */
  static Response preflight(Verdict verdict, Setup setup) {
    if (verdict instanceof Verdict.Denied denied && !denied.isLeftToBrowser()) {
      // An entity without bytes: for a bare error status servlet containers make up a page.
      return Response.status(Response.Status.FORBIDDEN)
          .entity(EMPTY)
          .type(MediaType.TEXT_PLAIN_TYPE)
          .build();
    }
    Response.ResponseBuilder response = Response.status(setup.preflightStatus());
    if (verdict instanceof Verdict.Granted && !setup.preflightCacheControl().isEmpty()) {
      response.header(HttpHeaders.CACHE_CONTROL, setup.preflightCacheControl());
    }
    return response.build();
  }

  /** Returns the response to an actual request that is rejected. */
  static Response rejection() {
    return Response.status(Response.Status.FORBIDDEN)
        .entity(REJECTION)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
