package dev.jaxrscors.fetch;

/** The <a href="https://url.spec.whatwg.org/#concept-url-port">port</a> of an origin. */
final class Port {
  static final int MAX = 65535;

  /** No port is written, and the scheme has no default one. */
  static final int NONE = -1;

  /** What follows the host is no port, or the scheme's default one, which browsers leave out. */
  static final int MALFORMED = -2;

  private Port() {}

  /**
   * Returns the port written from {@code hostEnd} to the end of {@code text}, {@code defaultPort}
   * if none is, or {@link #MALFORMED}.
   */
  static int after(String text, int hostEnd, int defaultPort) {
    if (hostEnd == text.length()) {
      return defaultPort;
    }
    if (text.charAt(hostEnd) != ':') {
      return MALFORMED;
    }
    int port = Digits.number(text, hostEnd + 1, text.length(), MAX);
    return port < 1 || port == defaultPort ? MALFORMED : port;
  }
}
