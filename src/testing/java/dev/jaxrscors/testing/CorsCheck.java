package dev.jaxrscors.testing;

import java.util.List;

/** The <a href="https://fetch.spec.whatwg.org/#concept-cors-check">CORS check</a>. */
final class CorsCheck {
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";

  private CorsCheck() {}

  /** Returns why a response is not shared: nothing, if it is. */
  static List<String> failures(FetchRequest request, Headers response) {
    String allowed = response.get(ALLOW_ORIGIN);
    if (allowed == null) {
      return List.of("there is no " + ALLOW_ORIGIN);
    }
    if (!request.hasCredentials() && allowed.equals("*")) {
      return List.of();
    }
    if (!allowed.equals(request.serializedOrigin())) {
      return List.of(otherOrigin(request, allowed));
    }
    return request.hasCredentials() ? credentialsFailures(response) : List.of();
  }

  private static String otherOrigin(FetchRequest request, String allowed) {
    if (allowed.equals("*")) {
      return ALLOW_ORIGIN + " is *, which does not allow a request with credentials";
    }
    String origin = quoted(request.serializedOrigin());
    String why = request.isRedirectTainted() ? ", as a redirect across origins made it" : "";
    return ALLOW_ORIGIN + " is " + quoted(allowed) + ", not " + origin + why;
  }

  private static List<String> credentialsFailures(Headers response) {
    String credentials = response.get(ALLOW_CREDENTIALS);
    if (credentials == null) {
      return List.of("there is no " + ALLOW_CREDENTIALS);
    }
    return credentials.equals("true")
        ? List.of()
        : List.of(ALLOW_CREDENTIALS + " is " + quoted(credentials) + ", not \"true\"");
  }

  private static String quoted(String value) {
    return '"' + value + '"';
  }
}
