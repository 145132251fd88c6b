package dev.jaxrscors.fetch;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a text that is no {@link OriginPattern} seems to mean, part by part. It is read leniently,
 * to find the words of a message; whatever it corrects is parsed again before anyone sees it.
 *
 * @param scheme the scheme, empty if there is none
 * @param separator what stands between the scheme and the host
 * @param userInfo the user-info with its {@code @}, or empty
 * @param host the host, with whatever asterisks it has
 * @param port the port with its colon, or empty
 * @param rest all from the first slash, question mark, number sign or backslash, or empty
 */
record OriginDraft(
    String scheme, String separator, String userInfo, String host, String port, String rest) {
  /**
   * Characters that IDNA 2003, which {@link IDN} follows, maps to others and browsers do not: a
   * correction of theirs would name another host.
   */
  private static final String DEVIATIONS = "\u00DF\u03C2\u200C\u200D";

  static OriginDraft of(String text) {
    int schemeEnd = schemeEnd(text);
    int authorityStart = authorityStart(text, schemeEnd);
    String remainder = text.substring(authorityStart);
    int restStart = firstOf("/?#\\", remainder);
    String authority = remainder.substring(0, restStart);
    int hostStart = authority.lastIndexOf('@') + 1;
    String hostAndPort = authority.substring(hostStart);
    int portStart = portStart(hostAndPort);
    return new OriginDraft(
        text.substring(0, schemeEnd),
        text.substring(schemeEnd, authorityStart),
        authority.substring(0, hostStart),
        hostAndPort.substring(0, portStart),
        hostAndPort.substring(portStart),
        remainder.substring(restStart));
  }

  private static int schemeEnd(String text) {
    int separator = text.indexOf(Scheme.SEPARATOR);
    if (separator >= 0) {
      return separator;
    }
    // "https:app.example.com": with other names the colon would be that of a port.
    int colon = Math.max(0, text.indexOf(':'));
    String name = text.substring(0, colon).toLowerCase(Locale.ROOT);
    return name.equals("http") || name.equals("https") ? colon : 0;
  }

  private static int authorityStart(String text, int schemeEnd) {
    if (schemeEnd == 0 && !text.startsWith(Scheme.SEPARATOR)) {
      return text.startsWith("//") ? 2 : 0;
    }
    int start = schemeEnd + 1;
    if (isOpaqueScheme(text.substring(0, schemeEnd)) && text.startsWith("//", start)) {
      // A third slash is that of a path, behind an empty host.
      return start + 2;
    }
    while (start < text.length() && "/\\".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static boolean isOpaqueScheme(String scheme) {
    String correct = lowerCase(scheme);
    return Scheme.isScheme(correct, correct.length())
        && !Scheme.isSpecial(correct, correct.length());
  }

  /** Reports whether the scheme is one whose hosts are no domains and no IPv4 addresses. */
  boolean hasOpaqueHost() {
    return isOpaqueScheme(scheme);
  }

  private static int portStart(String hostAndPort) {
    int bracket = hostAndPort.lastIndexOf(']');
    if (bracket < 0 && Ipv6.canonical(lowerCase(hostAndPort)) != null) {
      return hostAndPort.length();
    }
    int colon = hostAndPort.indexOf(':', bracket + 1);
    return colon < 0 ? hostAndPort.length() : colon;
  }

  private static int firstOf(String characters, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Returns the pattern that is meant, or null if that is uncertain. */
  @Nullable String corrected() {
    return isAmbiguous() ? null : validOrNull(respelled());
  }

  /** Reports whether a correction could well name another host than the one that is meant. */
  private boolean isAmbiguous() {
    boolean regularExpression = rest.startsWith("\\") && rest.length() > 1;
    boolean schemeOnly = scheme.isEmpty() && host.matches("https?");
    boolean portOrPiece = host.matches("[^\\]]+:[0-9]{2,}");
    boolean variesBehind = VaryingPart.isBehind(this);
    return variesBehind || regularExpression || schemeOnly || portOrPiece;
  }

  private String respelled() {
    String correctedScheme = lowerCase(schemeOrUsual());
    String hostAndPort = correctedHost() + correctedPort(correctedScheme);
    return correctedScheme + Scheme.SEPARATOR + hostAndPort;
  }

  OriginDraft withScheme(String otherScheme) {
    return new OriginDraft(otherScheme, separator, userInfo, host, port, rest);
  }

  OriginDraft withHost(String otherHost) {
    return new OriginDraft(scheme, separator, userInfo, otherHost, port, rest);
  }

  static @Nullable String validOrNull(String text) {
    return OriginPattern.match(text) == null ? null : text;
  }

  /** Returns the scheme, or the one of most origins with this host if none is written. */
  private String schemeOrUsual() {
    if (!scheme.isEmpty()) {
      return scheme;
    }
    OriginPattern development = OriginPattern.match("http" + Scheme.SEPARATOR + correctedHost());
    return development != null && development.isLoopback() ? "http" : "https";
  }

  private String correctedHost() {
    String domain = correctedDomain();
    boolean address = domain.startsWith("[") || Host.endsInNumber(domain, 0, domain.length());
    return host.startsWith("*") && !address && !hasOpaqueHost()
        ? OriginPattern.ANY_SUBDOMAIN + domain
        : domain;
  }

  private String correctedDomain() {
    String address = ipv6();
    if (address != null) {
      return "[" + address + "]";
    }
    if (hasOpaqueHost()) {
      return percentEncoded(host);
    }
    String domain = punycode(domain());
    String name = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    String ipv4 = Host.endsInNumber(name, 0, name.length()) ? Ipv4.canonical(name) : null;
    return ipv4 == null ? name : ipv4;
  }

  /** As the <a href="https://url.spec.whatwg.org/#c0-control-percent-encode-set">standard</a>. */
  private static String percentEncoded(String host) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(b > ' ' && b <= '~' ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return encoded.toString();
  }

  /** Returns the host without an asterisk at its start, and without the dot behind that. */
  String domain() {
    return host.replaceFirst("^\\*\\.?", "");
  }

  /** Reports whether the host has what only an IPv6 address has: brackets or colons. */
  boolean isMeantAsIpv6() {
    return firstOf("[]:", host) < host.length();
  }

  private @Nullable String ipv6() {
    return isMeantAsIpv6() ? Ipv6.canonical(lowerCase(domain().replaceAll("[\\[\\]]", ""))) : null;
  }

  private static String punycode(String domain) {
    if (firstOf(DEVIATIONS, domain) < domain.length()) {
      return domain;
    }
    try {
      return lowerCase(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  private String correctedPort(String correctedScheme) {
    String digits = port.replaceFirst("^:0+(?=[1-9])", ":");
    int defaultPort = Scheme.defaultPort(correctedScheme, correctedScheme.length());
    boolean redundant = digits.equals(":") || isDefault(digits, defaultPort);
    return redundant ? "" : digits;
  }

  private static boolean isDefault(String port, int defaultPort) {
    return defaultPort != Port.NONE && port.equals(":" + defaultPort);
  }

  /** Reports whether the port is the one that browsers leave out. */
  boolean hasDefaultPort() {
    return isDefault(port, Scheme.defaultPort(scheme, scheme.length()));
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
