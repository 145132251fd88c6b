package dev.jaxrscors.fetch;

import static dev.jaxrscors.fetch.InvalidValueException.Word.FORBIDDEN;
import static dev.jaxrscors.fetch.InvalidValueException.Word.INVALID;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is no {@link OriginPattern}, and what to write instead. The rules stand in the order
 * in which one reads an origin; the first broken one explains.
 */
final class OriginRules {
  private static final String EXAMPLE = "write one such as \"https://app.example.com\"";

  /** Rules for the text as a whole, before it is taken apart. */
  private static final List<Rule<String>> OF_TEXT =
      List.of(
          rule(String::isBlank, "an origin names a scheme and a host", text -> EXAMPLE),
          new Rule<>(
              text -> forbiddenScheme(text) != null,
              FORBIDDEN,
              "no browser sends an origin with this scheme: the origin of such a URL is opaque and"
                  + " serialised as null, or that of the page which made it",
              OriginRules::replaceForbiddenScheme),
          rule(
              OriginRules::hasSeveralElements,
              "one element holds one origin",
              OriginRules::writeSeparately),
          rule(
              OriginRules::hasSpacesAround,
              "no space stands before or after an origin",
              text -> useOr(corrected(text.strip()), "remove the spaces")),
          rule(
              text -> text.equalsIgnoreCase("null"),
              "browsers send the opaque origin in lower case",
              text -> "use \"null\""));

  /** Rules for one part after the other. */
  private static final List<Rule<OriginDraft>> OF_PARTS =
      List.of(
          part(draft -> draft.scheme().isEmpty(), "an origin starts with a scheme", EXAMPLE),
          rule(
              draft -> draft.scheme().contains("*"),
              "no asterisk stands for a scheme",
              OriginRules::writeBothSchemes),
          part(
              draft -> hasUpperCase(draft.scheme()),
              "browsers send the scheme in lower case",
              "write a scheme as in \"https://app.example.com\""),
          part(
              draft -> !Scheme.isScheme(draft.scheme(), draft.scheme().length()),
              "a scheme is a lower-case letter, then lower-case letters, digits, '+', '-' and '.',"
                  + " at most "
                  + Scheme.MAX_LENGTH
                  + " in all",
              "write a scheme as in \"https://app.example.com\""),
          part(
              draft -> !draft.userInfo().isEmpty(),
              "an origin has no user-info",
              "remove all up to the at sign"),
          part(
              draft -> !draft.rest().isEmpty() && !draft.host().isEmpty(),
              "an origin ends after its host and port: it has no slash, path, query or fragment",
              "remove what follows"),
          part(draft -> draft.host().isEmpty(), "an origin names a host", EXAMPLE),
          part(
              draft -> !draft.separator().equals(Scheme.SEPARATOR),
              "a colon and two slashes stand between the scheme and the host",
              EXAMPLE),
          rule(
              OriginRules::hasMisplacedAsterisk,
              "an asterisk in a host stands only in front, as a label of its own",
              OriginRules::moveAsterisk),
          part(
              OriginRules::hasSubdomainOfAddress,
              "an IP address has no subdomains",
              "list the addresses one by one"),
          part(
              OriginRules::isNoIpv6,
              "browsers send an IPv6 address in brackets, lower case and shortest form",
              "write an address such as \"https://[2001:db8::1]\""),
          part(
              draft -> draft.host().chars().anyMatch(c -> c > 127),
              "browsers send the host in punycode",
              "write it as location.origin shows it in a browser's console"),
          part(
              draft -> hasUpperCase(draft.host()),
              "browsers send the host in lower case",
              "write it in lower case"),
          part(
              draft -> draft.host().endsWith("."),
              "a host with a dot at its end is another host to a browser, and not allowed here",
              "remove the dot"),
          part(
              draft -> hasLabel(draft, String::isEmpty),
              "no label of a host is empty",
              "remove the superfluous dot"),
          part(
              draft -> hasLabel(draft, OriginRules::hasOtherThanLabelCharacters),
              "a host is made of letters, digits, '-', '_' and '.'",
              "write it as location.origin shows it in a browser's console"),
          part(
              draft -> hasLabel(draft, label -> label.length() > Host.MAX_LABEL_LENGTH),
              "a label of a host has at most " + Host.MAX_LABEL_LENGTH + " characters",
              "shorten it"),
          part(
              draft -> draft.domain().length() > Host.MAX_LENGTH,
              "a host has at most " + Host.MAX_LENGTH + " characters",
              "shorten it"),
          part(
              OriginRules::isNoIpv4,
              "a host that ends in a number is an IPv4 address, and browsers send it as four"
                  + " decimal numbers",
              "write an address such as \"https://192.0.2.1\""),
          part(draft -> draft.port().equals(":"), "a port follows the colon", "remove the colon"),
          part(
              OriginRules::isDefaultPort,
              "browsers leave out the default port of a scheme",
              "remove the port"),
          part(
              draft -> draft.port().startsWith(":0"),
              "a port has no leading zero, and 0 is none",
              "write a port from 1 to " + Port.MAX),
          // Nothing else is left: whoever adds to the grammar adds a rule above.
          part(
              draft -> true,
              "a port is a number from 1 to " + Port.MAX + ", or an asterisk alone",
              "write such a port, or none"));

  private OriginRules() {}

  /** Returns the explanation of a text that is no pattern. */
  static InvalidValueException explain(String text) {
    for (Rule<String> rule : OF_TEXT) {
      if (rule.isBroken().test(text)) {
        return rule.explain(text, text);
      }
    }
    OriginDraft draft = OriginDraft.of(text);
    int i = 0;
    while (!OF_PARTS.get(i).isBroken().test(draft)) {
      i++;
    }
    return OF_PARTS.get(i).explain(text, draft);
  }

  /** A rule, when it is broken, and what to do then. */
  private record Rule<T>(
      Predicate<T> isBroken, Word word, String because, Function<T, String> remedy) {
    InvalidValueException explain(String text, T read) {
      return new InvalidValueException(text, word, because, remedy.apply(read));
    }
  }

  private static <T> Rule<T> rule(
      Predicate<T> isBroken, String because, Function<T, String> remedy) {
    return new Rule<>(isBroken, INVALID, because, remedy);
  }

  private static Rule<OriginDraft> part(
      Predicate<OriginDraft> isBroken, String because, String otherwise) {
    return rule(isBroken, because, draft -> useOr(draft.corrected(), otherwise));
  }

  private static String useOr(@Nullable String corrected, String otherwise) {
    return corrected == null ? otherwise : "use \"" + corrected + "\"";
  }

  private static @Nullable String corrected(String text) {
    String valid = OriginDraft.validOrNull(text);
    return valid == null ? OriginDraft.of(text).corrected() : valid;
  }

  private static boolean hasSpacesAround(String text) {
    return !text.equals(text.strip());
  }

  private static boolean hasSeveralElements(String text) {
    return elements(text).size() > 1 || text.contains(",") || text.contains(";");
  }

  private static List<String> elements(String text) {
    List<String> elements = new ArrayList<>();
    for (String element : text.split("[,;\\s]+", -1)) {
      if (!element.isEmpty()) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String writeSeparately(String text) {
    List<String> elements = elements(text);
    if (elements.isEmpty()) {
      return EXAMPLE;
    }
    List<String> corrected = new ArrayList<>();
    for (String element : elements) {
      String pattern = corrected(element);
      if (pattern == null) {
        return elements.size() == 1 ? EXAMPLE : "write " + count(elements) + " elements";
      }
      corrected.add("\"" + pattern + "\"");
    }
    return elements.size() == 1
        ? "use " + corrected.get(0)
        : "write " + count(elements) + " elements: " + String.join(", ", corrected);
  }

  private static String count(List<String> elements) {
    return elements.size() == 2 ? "two" : Integer.toString(elements.size());
  }

  private static @Nullable String forbiddenScheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String scheme : Scheme.FORBIDDEN) {
      if (lower.startsWith(scheme + ":")) {
        return scheme;
      }
    }
    return null;
  }

  private static String replaceForbiddenScheme(String text) {
    String inner = text.substring(text.indexOf(':') + 1);
    String page = inner.contains(Scheme.SEPARATOR) ? corrected(inner) : null;
    return useOr(page, "use the origin of the page, or \"null\", which anyone can send");
  }

  private static String writeBothSchemes(OriginDraft draft) {
    String http = draft.withScheme("http").corrected();
    String https = draft.withScheme("https").corrected();
    boolean both = draft.scheme().equals("*") || draft.scheme().equals("http*");
    return !both || http == null || https == null
        ? "write the scheme out"
        : "write two elements: \"" + https + "\", \"" + http + "\"";
  }

  private static boolean hasMisplacedAsterisk(OriginDraft draft) {
    boolean inFront = draft.host().startsWith("*.") && !draft.domain().isEmpty();
    return draft.host().contains("*") && (!inFront || draft.domain().contains("*"));
  }

  private static String moveAsterisk(OriginDraft draft) {
    String corrected = draft.withHost(wildcardHost(draft.host())).corrected();
    return corrected == null
        ? "write it as in \"https://*.example.com\", or list the origins one by one"
        : "list the origins one by one, or use \"" + corrected + "\"";
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

  private static boolean hasSubdomainOfAddress(OriginDraft draft) {
    String domain = draft.domain();
    boolean address = draft.isMeantAsIpv6() || Host.endsInNumber(domain, 0, domain.length());
    return draft.host().startsWith("*") && address;
  }

  private static boolean hasUpperCase(String text) {
    return text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean hasLabel(OriginDraft draft, Predicate<String> predicate) {
    return !draft.isMeantAsIpv6() && Stream.of(draft.domain().split("\\.", -1)).anyMatch(predicate);
  }

  private static boolean hasOtherThanLabelCharacters(String label) {
    return !label.chars().allMatch(c -> Host.isLabelCharacter((char) c));
  }

  private static boolean isNoIpv6(OriginDraft draft) {
    return draft.isMeantAsIpv6() && Host.end(draft.host(), 0) != draft.host().length();
  }

  private static boolean isNoIpv4(OriginDraft draft) {
    String host = draft.host();
    int end = host.length();
    return Host.endsInNumber(host, 0, end) && !Ipv4.isCanonical(host, 0, end);
  }

  private static boolean isDefaultPort(OriginDraft draft) {
    int port = Scheme.defaultPort(draft.scheme(), draft.scheme().length());
    return draft.port().equals(":" + port);
  }
}
