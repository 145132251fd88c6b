package dev.jaxrscors.fetch;

/**
 * A <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2">token</a>: what methods and
 * header names are made of.
 */
final class Token {
  private static final AsciiSet SIGNS = AsciiSet.of("!#$%&'*+-.^_`|~");

  private Token() {}

  static boolean isToken(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isAlphanumeric(text.charAt(i)) && !SIGNS.contains(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isAlphanumeric(char c) {
    char lower = lowerCase(c);
    return (lower >= 'a' && lower <= 'z') || Digits.isDigit(c);
  }

  /** Returns {@code c} in lower case if it is an ASCII letter, and {@code c} itself otherwise. */
  static char lowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
