package dev.jaxrscors.fetch;

/** Where the asterisks of an {@link OriginPattern} with a host stand. */
enum OriginShape {
  EXACT(1, "", ""),
  ANY_PORT(2, "", OriginPattern.ANY_PORT),
  ANY_SUBDOMAIN(3, OriginPattern.ANY_SUBDOMAIN, ""),
  ANY_SUBDOMAIN_AND_PORT(4, OriginPattern.ANY_SUBDOMAIN, OriginPattern.ANY_PORT);

  private final int salt;
  private final String prefix;
  private final String suffix;

  OriginShape(int salt, String prefix, String suffix) {
    this.salt = salt;
    this.prefix = prefix;
    this.suffix = suffix;
  }

  static OriginShape of(OriginPattern pattern) {
    if (pattern.hasAnySubdomain()) {
      return pattern.hasAnyPort() ? ANY_SUBDOMAIN_AND_PORT : ANY_SUBDOMAIN;
    }
    return pattern.hasAnyPort() ? ANY_PORT : EXACT;
  }

  /** Returns what tells this shape from the others in a hash. */
  int salt() {
    return salt;
  }

  boolean hasAnyPort() {
    return !suffix.isEmpty();
  }

  /**
   * Reports whether {@code pattern} is the pattern of this shape for the scheme of an origin, its
   * host from {@code from} on, and its port.
   */
  boolean isSpelled(String pattern, Origin origin, int from) {
    String text = origin.serialized();
    int hostStart = origin.hostStart();
    int domainStart = hostStart + prefix.length();
    int domainLength = origin.hostEnd() - from;
    return pattern.regionMatches(0, text, 0, hostStart)
        && pattern.startsWith(prefix, hostStart)
        && pattern.regionMatches(domainStart, text, from, domainLength)
        && endsRight(pattern, domainStart + domainLength, origin);
  }

  private boolean endsRight(String pattern, int domainEnd, Origin origin) {
    String tail = hasAnyPort() ? suffix : origin.serialized();
    int start = hasAnyPort() ? 0 : origin.hostEnd();
    int length = tail.length() - start;
    return pattern.length() == domainEnd + length
        && pattern.regionMatches(domainEnd, tail, start, length);
  }
}
