package dev.jaxrscors.fetch;

/** Where the asterisks of an {@link OriginPattern} with a host stand. */
enum OriginShape {
  EXACT("", ""),
  ANY_PORT("", OriginPattern.ANY_PORT),
  ANY_SUBDOMAIN(OriginPattern.ANY_SUBDOMAIN, ""),
  ANY_SUBDOMAIN_AND_PORT(OriginPattern.ANY_SUBDOMAIN, OriginPattern.ANY_PORT);

  private final String prefix;
  private final String suffix;

  OriginShape(String prefix, String suffix) {
    this.prefix = prefix;
    this.suffix = suffix;
  }

  static OriginShape of(OriginPattern pattern) {
    if (pattern.hasAnySubdomain()) {
      return pattern.hasAnyPort() ? ANY_SUBDOMAIN_AND_PORT : ANY_SUBDOMAIN;
    }
    return pattern.hasAnyPort() ? ANY_PORT : EXACT;
  }

  /** Returns where the host of a tuple's serialisation starts. */
  static int hostStart(String origin) {
    return origin.indexOf(Scheme.SEPARATOR) + Scheme.SEPARATOR.length();
  }

  boolean hasAnySubdomain() {
    return !prefix.isEmpty();
  }

  boolean hasAnyPort() {
    return !suffix.isEmpty();
  }

  /**
   * Reports whether {@code pattern} is the pattern of this shape for the scheme of an origin, its
   * host from {@code from} to {@code hostEnd}, and its port.
   */
  boolean isSpelled(String pattern, String origin, int from, int hostEnd) {
    int hostStart = hostStart(origin);
    int domainStart = hostStart + prefix.length();
    int domainLength = hostEnd - from;
    return pattern.regionMatches(0, origin, 0, hostStart)
        && pattern.startsWith(prefix, hostStart)
        && pattern.regionMatches(domainStart, origin, from, domainLength)
        && endsRight(pattern, domainStart + domainLength, origin, hostEnd);
  }

  private boolean endsRight(String pattern, int domainEnd, String origin, int hostEnd) {
    String tail = hasAnyPort() ? suffix : origin;
    int start = hasAnyPort() ? 0 : hostEnd;
    int length = tail.length() - start;
    return pattern.length() == domainEnd + length
        && pattern.regionMatches(domainEnd, tail, start, length);
  }
}
