package dev.jaxrscors.fetch;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An <a href="https://fetch.spec.whatwg.org/#origin-header">origin</a> as a browser serialises it:
 * a scheme, a host and a port, or the opaque {@code null}.
 *
 * <p>The {@code Origin} header of a request has that of the page which sends it. An attacker
 * chooses its bytes, so {@link #parse} checks their number first, reads them by the whole grammar,
 * and neither throws nor explains:
 *
 * <pre>{@code
 * Origin origin = Origin.parse("https://app.example.com:8443");
 * origin.host().toString();                  // "app.example.com"
 * origin.port();                             // 8443
 * Origin.parse("https://app.example.com/");  // null: no browser sends a slash
 * }</pre>
 *
 * <p>The host of a <a href="https://url.spec.whatwg.org/#special-scheme">special scheme</a> is a
 * domain or an address. Any other scheme, which an application or an extension of a browser brings
 * along, has an <a href="https://url.spec.whatwg.org/#opaque-host">opaque host</a>, whose case
 * counts, and which may be empty: {@code safari-web-extension://AF1F4F2C-...}, {@code app://.},
 * {@code qrc://}.
 *
 * <p>It is immutable.
 */
public final class Origin {
  /** The length of the longest origin, in characters. A longer text is refused unread. */
  public static final int MAX_LENGTH =
      Scheme.MAX_LENGTH + Scheme.SEPARATOR.length() + Host.MAX_LENGTH + ":65535".length();

  /**
   * The origin that some agents send from every page opened from disk, instead of {@code null}. The
   * standard <a href="https://url.spec.whatwg.org/#concept-url-origin">leaves it to them</a>.
   */
  static final String LOCAL_FILE = Scheme.FILE + Scheme.SEPARATOR;

  private static final String NULL = "null";

  /**
   * The <a href="https://html.spec.whatwg.org/multipage/browsers.html#concept-origin-opaque">opaque
   * origin</a>, {@code null}: that of sandboxed frames and {@code data:} URLs, so that of anyone.
   */
  public static final Origin OPAQUE = new Origin(NULL, 0, 0);

  // The whole text, with two places in it: most origins are looked up and never taken apart.
  private final String text;
  private final int schemeEnd;
  private final int hostEnd;

  private Origin(String text, int schemeEnd, int hostEnd) {
    this.text = text;
    this.schemeEnd = schemeEnd;
    this.hostEnd = hostEnd;
  }

  /**
   * {@return the origin in an {@code Origin} header, or null if no browser serialises one like
   * this}
   *
   * @param fieldValue the value of the field, whatever it holds
   */
  public static @Nullable Origin parse(String fieldValue) {
    return isOpaque(fieldValue) ? OPAQUE : parseTuple(fieldValue);
  }

  private static @Nullable Origin parseTuple(String text) {
    int hostEnd = tupleHostEnd(text);
    return hostEnd < 0 ? null : new Origin(text, Scheme.end(text), hostEnd);
  }

  /**
   * {@return whether {@link #parse} would return an origin} It makes none.
   *
   * @param fieldValue the value of the field, whatever it holds
   */
  public static boolean isOrigin(String fieldValue) {
    return isOpaque(fieldValue) || tupleHostEnd(fieldValue) >= 0;
  }

  static boolean isOpaque(String text) {
    return text.equals(NULL);
  }

  /** Returns where the host ends if {@code text} is the serialisation of a tuple, else -1. */
  private static int tupleHostEnd(String text) {
    if (text.length() > MAX_LENGTH) {
      return -1;
    }
    int schemeEnd = Scheme.end(text);
    int hostEnd = schemeEnd < 0 ? -1 : Host.endAfter(text, schemeEnd);
    if (hostEnd < 0) {
      return -1;
    }
    int port = Port.after(text, hostEnd, Scheme.defaultPort(text, schemeEnd));
    return port == Port.MALFORMED ? -1 : hostEnd;
  }

  /**
   * {@return the <a href="https://url.spec.whatwg.org/#concept-url-origin">origin of a URL</a>, or
   * null if it has none, e.g. because it is relative} Its scheme is in lower case, its host in
   * lower case but for an opaque one, and its port is left out if it is the default one of the
   * scheme.
   *
   * @param uri the URI of a request
   */
  public static @Nullable Origin of(URI uri) {
    String authority = uri.getRawAuthority();
    if (uri.getScheme() == null || authority == null) {
      return null;
    }
    // Not getHost(): java.net.URI knows no host with an underscore, and browsers do.
    String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean special = Scheme.isSpecial(scheme, scheme.length());
    String correct = special ? hostAndPort.toLowerCase(Locale.ROOT) : hostAndPort;
    return parseTuple(withoutDefaultPort(scheme + Scheme.SEPARATOR + correct));
  }

  private static String withoutDefaultPort(String text) {
    int port = Scheme.defaultPort(text, Math.max(0, Scheme.end(text)));
    String suffix = ":" + port;
    boolean written = port != Port.NONE && text.endsWith(suffix);
    return written ? text.substring(0, text.length() - suffix.length()) : text;
  }

  /** {@return whether this is the opaque origin, {@code null}} */
  public boolean isOpaque() {
    return schemeEnd == 0;
  }

  /**
   * {@return whether pages that have nothing to do with each other have this origin: {@code null},
   * and {@code file://}, that of every page opened from disk} A policy must spell it out; no code
   * decides on it.
   */
  public boolean isAnyones() {
    return isOpaque() || text.equals(LOCAL_FILE);
  }

  /**
   * {@return the scheme, e.g. {@code https}}
   *
   * @throws IllegalStateException if this origin is opaque
   */
  public String scheme() {
    requireTuple();
    return text.substring(0, schemeEnd);
  }

  /**
   * {@return the host}
   *
   * @throws IllegalStateException if this origin is opaque
   */
  public Host host() {
    requireTuple();
    return new Host(text, schemeEnd + Scheme.SEPARATOR.length(), hostEnd);
  }

  /**
   * {@return the port written, else the default one of the scheme; -1 if there is neither, as with
   * {@code capacitor://localhost}, and for the opaque origin}
   */
  public int port() {
    return isOpaque() ? Port.NONE : Port.after(text, hostEnd, Scheme.defaultPort(text, schemeEnd));
  }

  /**
   * {@return the <a
   * href="https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin">
   * serialisation</a> of this origin, byte for byte as the browser sent it}
   */
  public String serialized() {
    return text;
  }

  private void requireTuple() {
    if (isOpaque()) {
      throw new IllegalStateException("The opaque origin has no scheme and no host.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
