package dev.jaxrscors.fetch;

import static dev.jaxrscors.fetch.InvalidValueException.Word.FORBIDDEN;
import static dev.jaxrscors.fetch.InvalidValueException.Word.INVALID;

import dev.jaxrscors.fetch.InvalidValueException.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a text is no {@link OriginPattern}, and what to write instead. The rules stand in the order
 * in which one reads an origin; the first broken one explains.
 */
final class OriginExplanation {
  private static final String EXAMPLE = "write one such as \"https://app.example.com\"";

  /** Rules for the text as a whole, before it is taken apart. */
  private static final List<Rule<String>> OF_TEXT =
      List.of(
          rule(String::isBlank, "an origin names a scheme and a host", text -> EXAMPLE),
          new Rule<>(
              OriginExplanation::isFile,
              FORBIDDEN,
              "a page opened from disk has no origin of its own: agents send null for all of them,"
                  + " or file:// alone",
              text -> "use \"null\" or \"file://\"; anyone can send either"),
          new Rule<>(
              OriginExplanation::hasForbiddenScheme,
              FORBIDDEN,
              "no browser sends an origin with this scheme: the origin of such a URL is opaque and"
                  + " serialised as null, or that of the page which made it",
              OriginExplanation::replaceForbiddenScheme),
          rule(
              RegularExpression::isLikely,
              "it is a regular expression, and here only *. in front of a domain and :* behind a"
                  + " host stand for more than themselves",
              OriginExplanation::writeAsPattern),
          rule(
              OriginExplanation::hasSeveralElements,
              "one element holds one origin",
              OriginExplanation::writeSeparately),
          rule(
              text -> !text.equals(text.strip()),
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
              OriginExplanation::writeBothSchemes),
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
          rule(
              VaryingPart::isBehind,
              "no sign stands for a part of an origin, but for the asterisk in front of a domain and"
                  + " that for a port",
              VaryingPart::remedy),
          part(
              draft ->
                  !draft.rest().isEmpty() && (!draft.host().isEmpty() || draft.hasOpaqueHost()),
              "an origin ends after its host and port: it has no slash, path, query or fragment",
              "remove what follows"),
          part(draft -> draft.host().isEmpty(), "an origin names a host", EXAMPLE),
          part(
              draft -> !draft.separator().equals(Scheme.SEPARATOR),
              "a colon and two slashes stand between the scheme and the host",
              EXAMPLE),
          rule(
              draft -> draft.hasOpaqueHost() && draft.host().contains("*"),
              "the hosts of a scheme that is not one of the web are spelled out: no asterisk stands"
                  + " for a part of one",
              draft ->
                  "list the origins one by one, or let an OriginSource decide by their scheme"),
          rule(
              VaryingPart::isMisplacedAsterisk,
              "an asterisk in a host stands only in front, as a label of its own",
              VaryingPart::remedy),
          rule(
              VaryingPart::isPlaceholder,
              "a host is made of letters, digits, '-', '_' and '.'",
              VaryingPart::remedy),
          part(
              OriginExplanation::hasSubdomainOfAddress,
              "an IP address has no subdomains",
              "list the addresses one by one"),
          part(
              OriginExplanation::isNoIpv6,
              "browsers send an IPv6 address in brackets, lower case and shortest form",
              "write an address such as \"https://[2001:db8::1]\""),
          ofDomain(
              draft -> draft.host().chars().anyMatch(c -> c > 127),
              "browsers send the host in punycode",
              "write it as location.origin shows it in a browser's console"),
          ofDomain(
              draft -> hasUpperCase(draft.host()),
              "browsers send the host in lower case",
              "write it in lower case"),
          ofDomain(
              draft -> draft.host().endsWith("."),
              "a host with a dot at its end is another host to a browser, and not allowed here",
              "remove the dot"),
          ofDomain(
              draft -> hasLabel(draft, String::isEmpty),
              "no label of a host is empty",
              "remove the superfluous dot"),
          ofDomain(
              draft -> hasLabel(draft, OriginExplanation::hasOtherThanLabelCharacters),
              "a host is made of letters, digits, '-', '_' and '.'",
              "write it as location.origin shows it in a browser's console"),
          ofDomain(
              draft -> hasLabel(draft, label -> label.length() > Host.MAX_LABEL_LENGTH),
              "a label of a host has at most " + Host.MAX_LABEL_LENGTH + " characters",
              "shorten it"),
          part(
              draft -> draft.domain().length() > Host.MAX_LENGTH,
              "a host has at most " + Host.MAX_LENGTH + " characters",
              "shorten it"),
          part(
              OriginExplanation::isNoOpaqueHost,
              "a host of this scheme has printable ASCII, but no space, no quote, none of"
                  + " #/:<>?@[\\]^|, and a percent sign only before two hexadecimal digits",
              "write it as location.origin shows it in a browser's console"),
          ofDomain(
              OriginExplanation::isAboveNoHost,
              "a host below this domain would have more than " + Host.MAX_LENGTH + " characters",
              "shorten it"),
          ofDomain(
              OriginExplanation::isNoIpv4,
              "a host that ends in a number is an IPv4 address, and browsers send it as four"
                  + " decimal numbers",
              "write an address such as \"https://192.0.2.1\""),
          ofDomain(
              draft -> !Punycode.areNames(draft.domain(), 0, draft.domain().length()),
              "a label that starts with xn-- is a name in punycode, and this one stands for none",
              "write it as location.origin shows it in a browser's console"),
          part(draft -> draft.port().equals(":"), "a port follows the colon", "remove the colon"),
          part(
              OriginDraft::hasDefaultPort,
              "browsers leave out the default port of a scheme",
              "remove the port"),
          part(
              draft -> draft.port().startsWith(":0"),
              "a port has no leading zero, and 0 is none",
              "write a port from 1 to " + Port.MAX),
          // Nothing else is left: an addition to the grammar needs a rule above.
          rule(
              draft -> true,
              "a port is a number from 1 to " + Port.MAX + ", or an asterisk alone",
              OriginExplanation::writePort));

  private OriginExplanation() {}

  /** Returns the explanation of a text that is no pattern. */
  static InvalidValueException explain(String text) {
    return explain(text, text, OF_TEXT)
        .or(() -> explain(text, OriginDraft.of(text), OF_PARTS))
        .orElseThrow();
  }

  private static <T> Optional<InvalidValueException> explain(
      String text, T read, List<Rule<T>> rules) {
    return rules.stream()
        .filter(rule -> rule.isBroken().test(read))
        .findFirst()
        .map(r -> new InvalidValueException(text, r.word, r.because, r.remedy.apply(read)));
  }

  /** A rule, when it is broken, and what to do then. */
  private record Rule<T>(
      Predicate<T> isBroken, Word word, String because, Function<T, String> remedy) {}

  private static <T> Rule<T> rule(
      Predicate<T> isBroken, String because, Function<T, String> remedy) {
    return new Rule<>(isBroken, INVALID, because, remedy);
  }

  private static Rule<OriginDraft> part(
      Predicate<OriginDraft> isBroken, String because, String otherwise) {
    return rule(isBroken, because, draft -> useOr(draft.corrected(), otherwise));
  }

  /** A rule for hosts of special schemes. */
  private static Rule<OriginDraft> ofDomain(
      Predicate<OriginDraft> isBroken, String because, String otherwise) {
    return part(draft -> !draft.hasOpaqueHost() && isBroken.test(draft), because, otherwise);
  }

  private static String useOr(@Nullable String corrected, String otherwise) {
    return corrected == null ? otherwise : "use \"" + corrected + "\"";
  }

  private static @Nullable String corrected(String text) {
    String valid = OriginDraft.validOrNull(text);
    return valid == null ? OriginDraft.of(text).corrected() : valid;
  }

  private static boolean hasSeveralElements(String text) {
    return elements(text).size() > 1 || text.matches("(?s).*[,;|].*");
  }

  private static List<String> elements(String text) {
    return Stream.of(text.split("[,;|\\s]+", -1)).filter(e -> !e.isEmpty()).toList();
  }

  private static String writeSeparately(String text) {
    List<String> elements = elements(text);
    List<String> corrected =
        elements.stream().flatMap(element -> Stream.ofNullable(corrected(element))).toList();
    if (!elements.isEmpty() && corrected.size() == elements.size()) {
      return use(corrected);
    }
    return elements.size() < 2 ? EXAMPLE : "write " + count(elements) + " elements";
  }

  private static String writeAsPattern(String text) {
    List<String> patterns = RegularExpression.patterns(text);
    return patterns.isEmpty()
        ? "list the origins one by one, or let an OriginSource decide"
        : use(patterns);
  }

  private static String use(List<String> patterns) {
    String quoted = patterns.stream().collect(Collectors.joining("\", \"", "\"", "\""));
    return patterns.size() == 1
        ? "use " + quoted
        : "write " + count(patterns) + " elements: " + quoted;
  }

  private static String count(List<String> elements) {
    return elements.size() == 2 ? "two" : Integer.toString(elements.size());
  }

  private static boolean isFile(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(Scheme.FILE + ":");
  }

  private static boolean hasForbiddenScheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Scheme.FORBIDDEN.stream().anyMatch(scheme -> lower.startsWith(scheme + ":"));
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

  private static boolean isNoOpaqueHost(OriginDraft draft) {
    String host = draft.host();
    return draft.hasOpaqueHost()
        && !draft.isMeantAsIpv6()
        && (OpaqueHost.end(host, 0) != host.length() || !OpaqueHost.isPlain(host));
  }

  private static boolean isAboveNoHost(OriginDraft draft) {
    return draft.host().startsWith("*")
        && draft.domain().length() > OriginPattern.MAX_DOMAIN_LENGTH;
  }

  /** Ranges and pieces of a port are for code; of any other text nobody knows what it means. */
  private static String writePort(OriginDraft draft) {
    String corrected = draft.corrected();
    String otherwise =
        draft.port().matches(":[0-9]*[-*?][-0-9*?]*")
            ? "write such a port, or let an OriginSource decide by the port"
            : "write such a port, or none";
    return useOr(corrected, otherwise);
  }

  private static boolean isNoIpv4(OriginDraft draft) {
    String host = draft.host();
    int end = host.length();
    return Host.endsInNumber(host, 0, end) && !Ipv4.isCanonical(host, 0, end);
  }
}
