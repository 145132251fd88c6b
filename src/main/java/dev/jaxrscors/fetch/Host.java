package dev.jaxrscors.fetch;

/**
 * The <a href="https://url.spec.whatwg.org/#concept-host">host</a> of an origin: a domain, an IPv4
 * address, an IPv6 address or an opaque host, spelled as browsers send it.
 *
 * <p>It is a part of an {@link Origin} or an {@link OriginPattern}, and never stands alone:
 *
 * <pre>{@code
 * OriginPattern.parse("https://*.example.org").host().toString();  // "example.org"
 * OriginPattern.parse("http://[::1]:8080").host().isLoopback();    // true
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class Host {
  /** The longest host there is: that of a domain in the DNS. */
  static final int MAX_LENGTH = 253;

  static final int MAX_LABEL_LENGTH = 63;

  private final Kind kind;
  private final String text;

  /** Takes the part of {@code text} that {@link #end} has found to be a host. */
  Host(String text, int from, int to) {
    this.kind = kind(text, from, to);
    this.text = text.substring(from, to);
  }

  /** What a host is. */
  public enum Kind {
    /** A name of the DNS, or one of a local network. */
    DOMAIN,
    /** Four decimal parts, as in {@code 192.0.2.1}. */
    IPV4,
    /** Pieces in brackets, as in {@code [2001:db8::1]}. */
    IPV6,
    /**
     * None of these, as in {@code app://.}: what only <a
     * href="https://url.spec.whatwg.org/#is-not-special">schemes that are not special</a> have. Its
     * case counts, and it may be empty.
     */
    OPAQUE
  }

  /** {@return what this host is} */
  public Kind kind() {
    return kind;
  }

  /**
   * {@return whether this host is the machine of the client itself: {@code localhost} and the names
   * below it, {@code 127.0.0.0/8} and {@code [::1]}, the hosts of <a
   * href="https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy">Secure Contexts</a>}
   */
  public boolean isLoopback() {
    return switch (kind) {
      case DOMAIN -> text.equals("localhost") || text.endsWith(".localhost");
      case IPV4 -> text.startsWith("127.");
      case IPV6 -> text.equals("[::1]");
      case OPAQUE -> false;
    };
  }

  /** Reports whether this host is one or more labels longer than {@code domain}. */
  boolean isSubdomainOf(Host domain) {
    int dot = text.length() - domain.text.length() - 1;
    return dot > 0 && text.charAt(dot) == '.' && text.endsWith(domain.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Host that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /**
   * {@return the host as it stands in an origin: an IPv6 address in its brackets; empty in {@code
   * file://} and {@code app://}}
   */
  @Override
  public String toString() {
    return text;
  }

  /**
   * Returns where the host behind a scheme ends, or -1 if there is none: by the one grammar behind
   * special schemes, by the other behind the rest.
   */
  static int endAfter(String text, int schemeEnd) {
    int from = schemeEnd + Scheme.SEPARATOR.length();
    if (Scheme.isSpecial(text, schemeEnd)) {
      return text.equals(Origin.LOCAL_FILE) ? from : end(text, from);
    }
    return text.startsWith("[", from) ? ipv6End(text, from) : OpaqueHost.end(text, from);
  }

  /**
   * Returns where the host of a special scheme that starts at {@code from} ends: at a colon or at
   * the end of {@code text}. Returns -1 if there is no host, or not in the spelling of browsers.
   */
  static int end(String text, int from) {
    return text.startsWith("[", from) ? ipv6End(text, from) : nameEnd(text, from);
  }

  /** Returns what the host is that was found from {@code from} to {@code to}, by its spelling. */
  static Kind kind(String text, int from, int to) {
    if (from < to && text.charAt(from) == '[') {
      return Kind.IPV6;
    }
    if (!areLabels(text, from, to)) {
      return Kind.OPAQUE;
    }
    if (endsInNumber(text, from, to)) {
      return Ipv4.isCanonical(text, from, to) ? Kind.IPV4 : Kind.OPAQUE;
    }
    return Kind.DOMAIN;
  }

  private static int ipv6End(String text, int from) {
    int bracket = text.indexOf(']', from);
    boolean found = bracket > 0 && Ipv6.isCanonical(text, from + 1, bracket);
    return found ? bracket + 1 : -1;
  }

  /**
   * Returns where the host that starts at {@code from} ends, if {@code text} is an origin: nothing
   * but where its port would start is looked at.
   */
  static int likelyEnd(String text, int from) {
    int address = text.startsWith("[", from) ? Math.max(from, text.indexOf(']', from)) : from;
    int colon = text.indexOf(':', address);
    return colon < 0 ? text.length() : colon;
  }

  /** Reports whether some characters are labels with dots between them. */
  static boolean areLabels(String text, int from, int to) {
    return labelsEnd(text, from, to) == to;
  }

  private static int nameEnd(String text, int from) {
    int end = labelsEnd(text, from, text.length());
    if (end < 0 || end - from > MAX_LENGTH) {
      return -1;
    }
    boolean found = !endsInNumber(text, from, end) || Ipv4.isCanonical(text, from, end);
    return found ? end : -1;
  }

  /** One loop for all labels: a host may have 127 of them, and each must be looked at. */
  private static int labelsEnd(String text, int from, int to) {
    int label = 0;
    int end = from;
    for (; end < to && label <= MAX_LABEL_LENGTH; end++) {
      char c = text.charAt(end);
      if (isLabelCharacter(c)) {
        label++;
      } else if (c == '.' && label > 0) {
        label = 0;
      } else {
        break;
      }
    }
    boolean isEnded = end == to || text.charAt(end) == ':';
    return isEnded && label > 0 && label <= MAX_LABEL_LENGTH ? end : -1;
  }

  /**
   * Reports whether a character may stand anywhere in a label. Names of real hosts start with
   * digits, end with hyphens and have underscores: browsers send them, against RFC 1123.
   */
  static boolean isLabelCharacter(char c) {
    return (c >= 'a' && c <= 'z') || Digits.isDigit(c) || c == '-' || c == '_';
  }

  /**
   * The standard's <a href="https://url.spec.whatwg.org/#ends-in-a-number-checker">ends in a number
   * checker</a>: such a host is an IPv4 address, or none at all.
   */
  static boolean endsInNumber(String text, int from, int to) {
    int start = Math.max(from, text.lastIndexOf('.', to - 1) + 1);
    boolean hexadecimal = text.startsWith("0x", start);
    for (int i = hexadecimal ? start + 2 : start; i < to; i++) {
      char c = text.charAt(i);
      if (!Digits.isDigit(c) && !(hexadecimal && c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return hexadecimal || to > start;
  }
}
