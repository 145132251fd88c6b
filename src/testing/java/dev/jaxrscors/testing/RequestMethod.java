package dev.jaxrscors.testing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the standard says of <a href="https://fetch.spec.whatwg.org/#methods">methods</a>. */
final class RequestMethod {
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> NORMALIZED =
      Set.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");
  private static final Set<String> FORBIDDEN = Set.of("CONNECT", "TRACE", "TRACK");
  private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

  private RequestMethod() {}

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  /** See <a href="https://fetch.spec.whatwg.org/#concept-method-normalize">normalize</a>. */
  static String normalized(String method) {
    String upperCase = method.toUpperCase(Locale.ROOT);
    return NORMALIZED.contains(upperCase) ? upperCase : method;
  }

  static boolean isForbidden(String method) {
    return FORBIDDEN.contains(method.toUpperCase(Locale.ROOT));
  }

  static boolean isSafelisted(String method) {
    return SAFELISTED.contains(method);
  }

  static boolean allowsBody(String method) {
    return !method.equals("GET") && !method.equals("HEAD");
  }
}
