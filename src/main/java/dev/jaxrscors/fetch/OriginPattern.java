package dev.jaxrscors.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Which origins a developer allows: a single one, all subdomains of a domain, all ports of a host,
 * the opaque origin, or every origin.
 *
 * <p>One meets it wherever origins are configured. Its grammar is {@code "*" | "null" | "file://" |
 * scheme "://" host [":" port]}, where the host may start with {@code *.} for one or more labels,
 * and the port may be {@code *} for any port or none:
 *
 * <pre>{@code
 * OriginPattern pattern = OriginPattern.parse("https://*.example.org");
 * pattern.matches(Origin.parse("https://a.b.example.org"));  // true
 * pattern.matches(Origin.parse("https://example.org"));      // false: the apex is not below itself
 * OriginPattern.parse("https://Example.org/");               // throws, and names the correction
 * }</pre>
 *
 * <p>Apart from the asterisks a pattern is written as browsers <a
 * href="https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin">
 * serialise</a> origins, because the <a href="https://fetch.spec.whatwg.org/#cors-check">CORS
 * check</a> compares bytes.
 *
 * <p>Behind a scheme that is not <a href="https://url.spec.whatwg.org/#special-scheme">special</a>
 * stands an <a href="https://url.spec.whatwg.org/#opaque-host">opaque host</a>, in its own case and
 * without wildcards: {@code safari-web-extension://AF1F4F2C-...}, {@code app://.}. What pattern a
 * host of such a scheme follows, an id for each installation perhaps, only code can tell: a rule
 * that looks at {@link Origin#scheme()} and {@link Origin#host()}.
 *
 * <p>The opaque origin and {@code file://}, that of every page opened from disk, are {@linkplain
 * Origin#isAnyones() anyone's}: they must be spelled out, and only {@code *} covers them.
 */
public final class OriginPattern {
  static final String ANY_SUBDOMAIN = "*.";
  static final String ANY_PORT = ":*";

  /** The longest domain below which there is a host: one label of one letter, and its dot. */
  static final int MAX_DOMAIN_LENGTH = Host.MAX_LENGTH - "a.".length();

  private final String text;
  private final int schemeEnd;
  private final int domainStart;
  private final int hostEnd;
  private final int port;

  private OriginPattern(String text, int schemeEnd, int domainStart, int hostEnd, int port) {
    this.text = text;
    this.schemeEnd = schemeEnd;
    this.domainStart = domainStart;
    this.hostEnd = hostEnd;
    this.port = port;
  }

  /**
   * Returns the pattern that a developer has written.
   *
   * @param text the pattern
   * @return the pattern
   * @throws InvalidValueException if the text is no pattern, with the rule it breaks and, where one
   *     can be told, the corrected text
   */
  public static OriginPattern parse(String text) {
    OriginPattern pattern = match(text);
    if (pattern == null) {
      throw OriginExplanation.explain(text);
    }
    return pattern;
  }

  /** Returns the pattern, or null if the text is none. */
  static @Nullable OriginPattern match(String text) {
    return text.equals("*") || text.equals("null")
        ? new OriginPattern(text, 0, 0, 0, Port.NONE)
        : matchTuple(text);
  }

  private static @Nullable OriginPattern matchTuple(String text) {
    int schemeEnd = Scheme.end(text);
    boolean isFile = text.equals(Origin.LOCAL_FILE);
    if (schemeEnd < 0 || (Scheme.isForbidden(text, schemeEnd) && !isFile)) {
      return null;
    }
    int hostStart = schemeEnd + Scheme.SEPARATOR.length();
    if (isFile || !Scheme.isSpecial(text, schemeEnd)) {
      return matchOpaqueHost(text, schemeEnd, hostStart);
    }
    boolean wildcard = text.startsWith(ANY_SUBDOMAIN, hostStart);
    int domainStart = wildcard ? hostStart + ANY_SUBDOMAIN.length() : hostStart;
    int hostEnd = Host.end(text, domainStart);
    if (hostEnd < 0
        || (wildcard && !isDomainAboveOthers(text, domainStart, hostEnd))
        || !Punycode.areNames(text, domainStart, hostEnd)) {
      return null;
    }
    return withPort(text, schemeEnd, domainStart, hostEnd);
  }

  /** An address has no subdomains, nor a domain so long that no label fits in front of it. */
  private static boolean isDomainAboveOthers(String text, int from, int to) {
    return Host.kind(text, from, to) == Host.Kind.DOMAIN && to - from <= MAX_DOMAIN_LENGTH;
  }

  private static @Nullable OriginPattern matchOpaqueHost(
      String text, int schemeEnd, int hostStart) {
    int hostEnd = Host.endAfter(text, schemeEnd);
    return hostEnd < 0 || !OpaqueHost.isPlain(text.substring(hostStart, hostEnd))
        ? null
        : withPort(text, schemeEnd, hostStart, hostEnd);
  }

  private static @Nullable OriginPattern withPort(
      String text, int schemeEnd, int domainStart, int hostEnd) {
    int port = port(text, hostEnd, Scheme.defaultPort(text, schemeEnd));
    return port == Port.MALFORMED
        ? null
        : new OriginPattern(text, schemeEnd, domainStart, hostEnd, port);
  }

  private static int port(String text, int hostEnd, int defaultPort) {
    boolean any = text.length() == hostEnd + ANY_PORT.length() && text.endsWith(ANY_PORT);
    return any ? Port.NONE : Port.after(text, hostEnd, defaultPort);
  }

  /**
   * Reports whether this is {@code *}.
   *
   * @return true if every origin is meant, the opaque one included
   */
  public boolean isAny() {
    return text.equals("*");
  }

  /**
   * Reports whether this is {@code null}.
   *
   * @return true if the opaque origin is meant
   */
  public boolean isOpaque() {
    return text.equals("null");
  }

  /**
   * Reports whether this means one origin only.
   *
   * @return true if there is no asterisk in it
   */
  public boolean isExact() {
    return !isAny() && !hasAnySubdomain() && !hasAnyPort();
  }

  /**
   * Reports whether this means all subdomains of its host.
   *
   * @return true if the host is written with {@code *.} in front
   */
  public boolean hasAnySubdomain() {
    return isTuple() && text.startsWith(ANY_SUBDOMAIN, hostStart());
  }

  /**
   * Reports whether this means all ports, and none.
   *
   * @return true if it ends in {@code :*}
   */
  public boolean hasAnyPort() {
    return text.endsWith(ANY_PORT);
  }

  /**
   * Reports whether this means origins of the machine of whoever asks, whatever their scheme.
   *
   * @return true if its host is a loopback one; false for {@code *} and {@code null}
   * @see Host#isLoopback()
   */
  public boolean isLoopback() {
    return isTuple() && host().isLoopback();
  }

  /**
   * Returns the scheme.
   *
   * @return the scheme, e.g. {@code https}
   * @throws IllegalStateException if this is {@code *} or {@code null}
   */
  public String scheme() {
    requireTuple();
    return text.substring(0, schemeEnd);
  }

  /**
   * Returns the host, or the domain below which all subdomains are meant.
   *
   * @return the host, without {@code *.}
   * @throws IllegalStateException if this is {@code *} or {@code null}
   */
  public Host host() {
    requireTuple();
    return new Host(text, domainStart, hostEnd);
  }

  /**
   * Returns the port.
   *
   * @return the port written, else the default one of the scheme; -1 if there is neither, if any
   *     port is meant, and for {@code *} and {@code null}
   */
  public int port() {
    return port;
  }

  /**
   * Reports whether this means an origin.
   *
   * @param origin the origin of a request
   * @return true if it does; the opaque origin is meant by {@code null} and {@code *} only
   */
  public boolean matches(Origin origin) {
    if (isAny() || text.equals(origin.serialized())) {
      return true;
    }
    return isTuple()
        && !origin.isOpaque()
        && scheme().equals(origin.scheme())
        && matches(origin.host())
        && (hasAnyPort() || port == origin.port());
  }

  private boolean matches(Host host) {
    return hasAnySubdomain() ? host.isSubdomainOf(host()) : host.equals(host());
  }

  /** Returns what asterisks there are, with their dot and colon: {@code *.:*} at the most. */
  String asterisks() {
    return (hasAnySubdomain() ? ANY_SUBDOMAIN : "") + (hasAnyPort() ? ANY_PORT : "");
  }

  int hostStart() {
    return schemeEnd + Scheme.SEPARATOR.length();
  }

  int domainStart() {
    return domainStart;
  }

  int hostEnd() {
    return hostEnd;
  }

  private boolean isTuple() {
    return schemeEnd > 0;
  }

  private void requireTuple() {
    if (!isTuple()) {
      throw new IllegalStateException("\"" + text + "\" has no scheme and no host.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OriginPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * Returns the pattern as it was written.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text;
  }
}
