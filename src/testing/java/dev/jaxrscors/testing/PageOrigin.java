package dev.jaxrscors.testing;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * An <a href="https://html.spec.whatwg.org/#concept-origin">origin</a>: that of a page or of a
 * server.
 *
 * @param serialized its serialization, such as {@code https://app.example.com}, or {@code null} for
 *     an opaque one
 */
record PageOrigin(String serialized) {
  private static final PageOrigin OPAQUE = new PageOrigin("null");
  private static final Set<String> OPAQUE_SCHEMES = Set.of("about", "blob", "data", "file");

  /**
   * See the <a href="https://url.spec.whatwg.org/#special-scheme">special schemes</a>. The host of
   * any other is in its own case, and may be a dot.
   */
  private static final Set<String> SPECIAL_SCHEMES = Set.of("ftp", "http", "https", "ws", "wss");

  static PageOrigin of(String page) {
    if (page.equals("null")) {
      return OPAQUE;
    }
    URI address = URI.create(page);
    if (address.getScheme() != null && OPAQUE_SCHEMES.contains(scheme(address))) {
      return OPAQUE;
    }
    if (address.getScheme() == null || address.getRawAuthority() == null) {
      throw noPage(page);
    }
    if (!SPECIAL_SCHEMES.contains(scheme(address))) {
      return new PageOrigin(scheme(address) + "://" + address.getRawAuthority());
    }
    if (address.getHost() == null) {
      throw noPage(page);
    }
    return of(address);
  }

  private static IllegalArgumentException noPage(String page) {
    return new IllegalArgumentException(
        "A page is at a scheme and a host, such as https://app.example.com, not at: " + page);
  }

  /** Returns the origin of an address with a scheme and a host. */
  static PageOrigin of(URI address) {
    String site = scheme(address) + "://" + address.getHost().toLowerCase(Locale.ROOT);
    boolean usual = address.getPort() == -1 || address.getPort() == defaultPort(address);
    return new PageOrigin(usual ? site : site + ":" + address.getPort());
  }

  private static String scheme(URI address) {
    return address.getScheme().toLowerCase(Locale.ROOT);
  }

  private static int defaultPort(URI address) {
    return switch (scheme(address)) {
      case "http" -> 80;
      case "https" -> 443;
      default -> -1;
    };
  }

  /** An opaque origin is the same as no other. */
  boolean isSameAs(PageOrigin other) {
    return !equals(OPAQUE) && equals(other);
  }

  @Override
  public String toString() {
    return serialized;
  }
}
