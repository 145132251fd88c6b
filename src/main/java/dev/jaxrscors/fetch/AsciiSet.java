package dev.jaxrscors.fetch;

/**
 * Some characters of ASCII, each looked up in one step: strangers choose which ones are looked for,
 * and how many.
 */
final class AsciiSet {
  private final long low;
  private final long high;

  private AsciiSet(long low, long high) {
    this.low = low;
    this.high = high;
  }

  static AsciiSet of(String characters) {
    long low = 0;
    long high = 0;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      low |= c < Long.SIZE ? 1L << c : 0;
      high |= c < Long.SIZE ? 0 : 1L << c;
    }
    return new AsciiSet(low, high);
  }

  boolean contains(int c) {
    // A shift is by the last six bits of a number.
    return c < 2 * Long.SIZE && ((c < Long.SIZE ? low : high) >>> c & 1) != 0;
  }
}
