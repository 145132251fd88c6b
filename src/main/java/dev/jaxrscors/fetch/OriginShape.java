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
   * Reports whether {@code pattern} is the pattern of this shape that means an origin by its
   * scheme, its host from {@code from} to {@code hostEnd}, and its port. What is spelled like a
   * pattern is well-formed; what stands for the asterisks is checked.
   *
   * @param pattern a pattern of any shape
   * @param origin a text with a scheme; false is returned for one that is no origin
   * @param from where the host starts, or a label of it
   * @param hostEnd what {@link Host#likelyEnd} tells
   */
  boolean matches(String pattern, String origin, int from, int hostEnd) {
    int hostStart = hostStart(origin);
    return isSpelled(pattern, origin, hostStart, from, hostEnd)
        && (!hasAnySubdomain() || isBelowDomain(origin, hostStart, from, hostEnd))
        && (!hasAnyPort() || hasPortOrNone(origin, hostEnd));
  }

  private boolean isSpelled(String pattern, String origin, int hostStart, int from, int hostEnd) {
    int shift = hostStart + prefix.length() - from;
    int end = hasAnyPort() ? hostEnd : origin.length();
    return pattern.length() == end + shift + suffix.length()
        && pattern.startsWith(prefix, hostStart)
        && pattern.endsWith(suffix)
        && isSame(pattern, origin, 0, hostStart, 0)
        && isSame(pattern, origin, from, end, shift);
  }

  /** It is tempting to use {@link String#regionMatches}, which takes thrice as long in Java 17. */
  private static boolean isSame(String pattern, String origin, int from, int to, int shift) {
    for (int i = from; i < to; i++) {
      if (origin.charAt(i) != pattern.charAt(i + shift)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBelowDomain(String origin, int hostStart, int from, int hostEnd) {
    int dot = from - 1;
    return hostEnd - hostStart <= Host.MAX_LENGTH && Host.areLabels(origin, hostStart, dot);
  }

  private static boolean hasPortOrNone(String origin, int hostEnd) {
    int defaultPort = Scheme.defaultPort(origin, origin.indexOf(':'));
    return Port.after(origin, hostEnd, defaultPort) != Port.MALFORMED;
  }
}
