package dev.jaxrscors.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Which origins a developer allows: a single one, all subdomains of a domain, all ports of a host,
 * the opaque origin, or every origin.
 *
 * <p>Policies list them. The grammar is {@code "*" | "null" | "file://" | scheme "://" host [":"
 * port]}, where the host may start with {@code *.} for one or more labels, and the port may be
 * {@code *} for any port or none:
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
 * without wildcards: {@code safari-web-extension://AF1F4F2C-...}, {@code app://.}. Where such a
 * host varies, an id for each installation perhaps, only code can decide, by {@link
 * Origin#scheme()} and {@link Origin#host()}.
 *
 * <p>The opaque origin and {@code file://}, that of every page opened from disk, are {@linkplain
 * Origin#isAnyones() anyone's}: they must be spelled out, and only {@code *} covers them.
 *
 * <p>It is immutable.
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
   * {@return the pattern that a developer has written}
   *
   * @param text the pattern
   * @throws InvalidValueException if the text is no pattern, with the rule it breaks and, where it
   *     is certain, the corrected text
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
    boolean any = text.length() == hostEnd + ANY_PORT.length() && text.endsWith(ANY_PORT);
    int port = any ? Port.NONE : Port.after(text, hostEnd, Scheme.defaultPort(text, schemeEnd));
    return port == Port.MALFORMED
        ? null
        : new OriginPattern(text, schemeEnd, domainStart, hostEnd, port);
  }

  /** {@return whether this is {@code *}: every origin, the opaque one included} */
  public boolean isAny() {
    return text.equals("*");
  }

  /** {@return whether this is {@code null}, the opaque origin} */
  public boolean isOpaque() {
    return text.equals("null");
  }

  /** {@return whether this means one origin only: there is no asterisk in it} */
  public boolean isExact() {
    return !isAny() && !hasAnySubdomain() && !hasAnyPort();
  }

  /**
   * {@return whether this means all subdomains of its host: that is written with {@code *.} in
   * front}
   */
  public boolean hasAnySubdomain() {
    return isTuple() && text.startsWith(ANY_SUBDOMAIN, hostStart());
  }

  /** {@return whether this means all ports, and none: it ends in {@code :*}} */
  public boolean hasAnyPort() {
    return text.endsWith(ANY_PORT);
  }

  /**
   * {@return whether this means origins of the machine of the client itself, whatever their scheme;
   * false for {@code *} and {@code null}}
   *
   * @see Host#isLoopback()
   */
  public boolean isLoopback() {
    return isTuple() && host().isLoopback();
  }

  /**
   * {@return the scheme, e.g. {@code https}}
   *
   * @throws IllegalStateException if this is {@code *} or {@code null}
   */
  public String scheme() {
    requireTuple();
    return text.substring(0, schemeEnd);
  }

  /**
   * {@return the host, or the domain below which all subdomains are meant, without {@code *.}}
   *
   * @throws IllegalStateException if this is {@code *} or {@code null}
   */
  public Host host() {
    requireTuple();
    return new Host(text, domainStart, hostEnd);
  }

  /**
   * {@return the port written, else the default one of the scheme; -1 if there is neither, if any
   * port is meant, and for {@code *} and {@code null}}
   */
  public int port() {
    return port;
  }

  /**
   * {@return whether this means an origin; only {@code null} and {@code *} mean the opaque one}
   *
   * @param origin the origin of a request
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

  /** Returns the asterisks with their dot and colon: {@code *.:*} at the most. */
  String asterisks() {
    return (hasAnySubdomain() ? ANY_SUBDOMAIN : "") + (hasAnyPort() ? ANY_PORT : "");
  }

  int hostStart() {
    return schemeEnd + Scheme.SEPARATOR.length();
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

  /** {@return the pattern as it was written} */
  @Override
  public String toString() {
    return text;
  }
}
