package dev.jaxrscors.fetch;

import java.util.List;

/**
 * The <a href="https://url.spec.whatwg.org/#concept-url-scheme">scheme</a> of an origin, e.g.
 * {@code https}: a lower-case letter, then lower-case letters, digits, {@code +}, {@code -} and
 * {@code .}.
 */
final class Scheme {
  /** What stands between the scheme and the host. */
  static final String SEPARATOR = "://";

  static final int MAX_LENGTH = 64;

  /** The special scheme without hosts: its one origin is {@link Origin#LOCAL_FILE}. */
  static final String FILE = "file";

  /**
   * Schemes of URLs whose origin is not a tuple of its own: no browser sends an origin with one of
   * them and a host. See the <a href="https://url.spec.whatwg.org/#concept-url-origin">origin of a
   * URL</a>.
   */
  static final List<String> FORBIDDEN = List.of(FILE, "data", "blob", "javascript");

  private Scheme() {}

  /** Returns where the scheme that starts {@code text} ends, or -1 if none does. */
  static int end(String text) {
    int end = text.indexOf(':');
    boolean found = isScheme(text, end) && text.startsWith(SEPARATOR, end);
    return found ? end : -1;
  }

  /** Reports whether the first {@code end} characters are a scheme. */
  static boolean isScheme(String text, int end) {
    if (end < 1 || end > MAX_LENGTH || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < end; i++) {
      if (!isSchemeCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the <a href="https://url.spec.whatwg.org/#default-port">default port</a> of the scheme
   * in the first {@code end} characters, or {@link Port#NONE}.
   */
  static int defaultPort(String text, int end) {
    if (is("https", text, end) || is("wss", text, end)) {
      return 443;
    }
    if (is("http", text, end) || is("ws", text, end)) {
      return 80;
    }
    return is("ftp", text, end) ? 21 : Port.NONE;
  }

  /**
   * Reports whether the scheme in the first {@code end} characters is <a
   * href="https://url.spec.whatwg.org/#special-scheme">special</a>: its hosts are domains and
   * addresses, those of any other are {@linkplain OpaqueHost opaque}.
   */
  static boolean isSpecial(String text, int end) {
    return defaultPort(text, end) != Port.NONE || is(FILE, text, end);
  }

  static boolean isForbidden(String text, int end) {
    for (String scheme : FORBIDDEN) {
      if (is(scheme, text, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String scheme, String text, int end) {
    return scheme.length() == end && text.startsWith(scheme);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isSchemeCharacter(char c) {
    return isLetter(c) || Digits.isDigit(c) || c == '+' || c == '-' || c == '.';
  }
}
