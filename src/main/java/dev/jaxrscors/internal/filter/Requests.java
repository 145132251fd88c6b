package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Preflight;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Reads from a request what the CORS protocol looks at. */
final class Requests {

  // In lower case: looked up case-insensitively, a name in any other costs a copy of itself.
  static final String ORIGIN = "origin";
  static final String ASKED_METHOD = "access-control-request-method";
  static final String ASKED_HEADERS = "access-control-request-headers";

  private Requests() {}

  /** Returns the lines of a header field, as they came; none if it is absent. */
  static List<String> lines(ContainerRequestContext request, String name) {
    List<String> lines = request.getHeaders().get(name);
    return lines == null ? List.of() : lines;
  }

  /** Returns the lines of {@code Origin}: none when the request is not a CORS request. */
  static List<String> origins(ContainerRequestContext request) {
    return lines(request, ORIGIN);
  }

  static List<String> askedMethods(ContainerRequestContext request) {
    return lines(request, ASKED_METHOD);
  }

  static List<String> askedHeaders(ContainerRequestContext request) {
    return lines(request, ASKED_HEADERS);
  }

  /** Returns the path relative to the application, percent-encoded where that can be had. */
  static String encodedPath(UriInfo uri) {
    try {
      return uri.getPath(false);
    } catch (IllegalArgumentException e) {
      // Quarkus REST has nothing but the decoded path.
      return uri.getPath();
    }
  }

  /** Returns a preflight of requests to a path template. */
  static Preflight preflight(ContainerRequestContext request, ServedHost host, String path) {
    return new Preflight(
        origins(request),
        askedMethods(request),
        askedHeaders(request),
        () -> host.target(request, path));
  }

  /** Returns an actual request to a path template. */
  static ActualRequest actual(ContainerRequestContext request, ServedHost host, String path) {
    return new ActualRequest(
        origins(request), request.getMethod(), () -> host.target(request, path));
  }
}
