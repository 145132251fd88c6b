package dev.jaxrscors.demo;

/** The number of a TCP port, or 0 for any free one. */
final class Port {

  private static final int LARGEST = 65_535;

  private Port() {}

  /**
   * Returns the port that a text spells.
   *
   * @throws IllegalArgumentException if it spells none
   */
  static int parse(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > LARGEST) {
      throw new IllegalArgumentException(text);
    }
    return port;
  }

  /** Returns the next port; any free one after any free one, and after the last one. */
  static int after(int port) {
    return port == 0 || port == LARGEST ? 0 : port + 1;
  }
}
