package dev.jaxrscors.fetch;

/** Decimal numbers as they stand in an origin: ASCII digits, without a leading zero. */
final class Digits {
  /** What {@link #number} returns for a text that is no such number. */
  static final int NONE = -1;

  private Digits() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Returns the number that fills {@code text} from {@code from} to {@code to}, or {@link #NONE} if
   * it has a leading zero, another character than a digit, or a value over {@code max}.
   */
  static int number(String text, int from, int to, int max) {
    if (from >= to || (text.charAt(from) == '0' && to - from > 1)) {
      return NONE;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      value = value * 10 + (c - '0');
      // Asked after each digit, so that a long row of them is left before it overflows.
      if (!isDigit(c) || value > max) {
        return NONE;
      }
    }
    return value;
  }
}
