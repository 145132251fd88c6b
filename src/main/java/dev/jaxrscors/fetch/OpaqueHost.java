package dev.jaxrscors.fetch;

import java.util.HexFormat;

/**
 * An <a href="https://url.spec.whatwg.org/#opaque-host">opaque host</a>: that of a scheme which is
 * not special. Browsers keep it as it is written, upper case and dots included, and it may be
 * empty: {@code safari-web-extension://AF1F4F2C-...}, {@code app://.}, {@code qrc://}.
 */
final class OpaqueHost {
  /**
   * What the <a href="https://url.spec.whatwg.org/#concept-opaque-host-parser">opaque-host
   * parser</a> leaves as it is: all printable ASCII but the <a
   * href="https://url.spec.whatwg.org/#forbidden-host-code-point">forbidden host code points</a>.
   * The rest it encodes, so that a percent sign is followed by two digits.
   */
  private static final AsciiSet SIGNS = AsciiSet.of("!\"$&'()*+,-.;=_`{}~");

  /** No real host has them; a developer who writes them means something else. */
  private static final AsciiSet SIGNS_OF_PATTERNS = AsciiSet.of("*,;\"'");

  private OpaqueHost() {}

  /**
   * Returns where the host that starts at {@code from} ends: at a colon or at the end of {@code
   * text}. Returns -1 if it is none, or too long. An empty one is followed by no port.
   */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != ':') {
      int width = width(text, end);
      if (width == 0) {
        return -1;
      }
      end += width;
    }
    boolean isPortAlone = end == from && end < text.length();
    return isPortAlone || end - from > Host.MAX_LENGTH ? -1 : end;
  }

  /** Returns how many characters make up the one at {@code at}; 0 if it may not stand in a host. */
  private static int width(String text, int at) {
    char c = text.charAt(at);
    if (c == '%') {
      return isHexadecimal(text, at + 1) && isHexadecimal(text, at + 2) ? 3 : 0;
    }
    return Token.isAlphanumeric(c) || SIGNS.contains(c) ? 1 : 0;
  }

  private static boolean isHexadecimal(String text, int at) {
    return at < text.length() && HexFormat.isHexDigit(text.charAt(at));
  }

  /**
   * Reports whether a developer who writes this host means it. By the standard an asterisk may
   * stand in one; here it would be taken for a pattern, and is none.
   */
  static boolean isPlain(String host) {
    return host.chars().noneMatch(SIGNS_OF_PATTERNS::contains) && !RegularExpression.isLikely(host);
  }
}
