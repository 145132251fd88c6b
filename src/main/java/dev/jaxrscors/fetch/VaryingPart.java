package dev.jaxrscors.fetch;

/**
 * A part of an origin that its developer wants to vary where no pattern lets it: a piece of a
 * label, the end of an address, the id of an installation. What is left is to list, to take all
 * subdomains if they are one's own, or to decide by code.
 */
final class VaryingPart {
  private static final String PLACEHOLDER = "(?<!\\$)\\{[^{}]*\\}|<[^<>]*>|^%|%(?=\\.)";

  private VaryingPart() {}

  /** Reports whether what follows the host starts with wildcards, or is the length of a prefix. */
  static boolean isBehind(OriginDraft draft) {
    boolean isAddress = isAddress(draft.host()) || draft.isMeantAsIpv6();
    boolean isBlock = isAddress && draft.rest().matches("/[0-9]{1,3}(:.*)?");
    // A query has no dot so early: a question mark is meant as one character of the host.
    return isBlock || draft.rest().matches("\\?+[a-z0-9-]*[.?][^=]*");
  }

  /** Reports whether there is an asterisk in the host, but for a whole label in front. */
  static boolean isMisplacedAsterisk(OriginDraft draft) {
    boolean inFront = draft.host().startsWith("*.") && !draft.domain().isEmpty();
    return draft.host().contains("*")
        && (!inFront || draft.domain().contains("*") || isPartOfAddress(draft.host()));
  }

  /** Reports whether a name in braces or angle brackets, or a percent sign, stands in the host. */
  static boolean isPlaceholder(OriginDraft draft) {
    return !draft.hasOpaqueHost() && !withAsterisks(draft.host()).equals(draft.host());
  }

  private static String withAsterisks(String host) {
    return host.replaceAll(PLACEHOLDER, "*");
  }

  static String remedy(OriginDraft draft) {
    String host = withAsterisks(draft.host());
    boolean isAddress = draft.isMeantAsIpv6() || isAddress(host);
    if (isPartOfAddress(host) || (isAddress && !host.startsWith("*"))) {
      return "list the addresses one by one, or let an OriginSource decide by the host";
    }
    String corrected = draft.withHost(wildcardHost(host)).corrected();
    return corrected == null
        ? "write it as in \"https://*.example.com\", list the origins one by one, or let an"
            + " OriginSource decide"
        : "list the origins one by one, use \""
            + corrected
            + "\" if all of them are yours, or let an OriginSource decide";
  }

  /** Reports whether a host is an IPv4 address, with asterisks in it or without. */
  private static boolean isAddress(String host) {
    return host.length() <= Host.MAX_LENGTH
        && host.matches("[0-9*]+(\\.[0-9*]+)+")
        && host.matches(".*[0-9].*");
  }

  /** Reports whether an asterisk stands for one of the four parts of an IPv4 address, or more. */
  private static boolean isPartOfAddress(String host) {
    return isAddress(host) && host.matches("[^.]+(\\.[^.]+){3}") && host.contains("*");
  }

  /**
   * Returns the host with its first label, if that alone has an asterisk, made one: a dot is put in
   * {@code *example.com}, and {@code app*.example.com} gives up its first label if two are left.
   */
  private static String wildcardHost(String host) {
    int dot = host.indexOf('.');
    if (host.startsWith("*") || dot < 0) {
      return host.startsWith("*-") ? "" : host;
    }
    return host.indexOf('.', dot + 1) < 0 ? "" : "*" + host.substring(dot);
  }
}
