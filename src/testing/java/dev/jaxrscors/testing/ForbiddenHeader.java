package dev.jaxrscors.testing;

import dev.jaxrscors.testing.Headers.Field;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The headers that belong to the browser: the <a
 * href="https://fetch.spec.whatwg.org/#forbidden-request-header">forbidden request-headers</a> and
 * the <a href="https://fetch.spec.whatwg.org/#forbidden-response-header-name">forbidden
 * response-header names</a>.
 */
final class ForbiddenHeader {
  private static final Set<String> IN_REQUESTS =
      Set.of(
          "accept-charset",
          "accept-encoding",
          "access-control-request-headers",
          "access-control-request-method",
          "connection",
          "content-length",
          "cookie",
          "cookie2",
          "date",
          "dnt",
          "expect",
          "host",
          "keep-alive",
          "origin",
          "referer",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via");

  private static final Set<String> METHOD_OVERRIDES =
      Set.of("x-http-method", "x-http-method-override", "x-method-override");

  private static final Set<String> IN_RESPONSES = Set.of("set-cookie", "set-cookie2");

  private ForbiddenHeader() {}

  static boolean isInRequest(Field field) {
    String name = field.lowerCaseName();
    return IN_REQUESTS.contains(name)
        || name.startsWith("proxy-")
        || name.startsWith("sec-")
        || (METHOD_OVERRIDES.contains(name) && namesForbiddenMethod(field.value()));
  }

  static boolean isInResponse(Field field) {
    return IN_RESPONSES.contains(field.lowerCaseName());
  }

  private static boolean namesForbiddenMethod(String value) {
    return Stream.of(value.split(",", -1)).map(String::strip).anyMatch(RequestMethod::isForbidden);
  }
}
