package dev.jaxrscors.internal.config;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyHint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A list as people write it for operations, whose files were made for other software too: words
 * instead of constants, quotes that a shell would have taken away, names that no browser asks for.
 *
 * <p>What it forgives never allows more than what is written: it takes away, or says nobody.
 *
 * @param values the values; empty ones are left for the caller to reject
 * @param hints what was forgiven
 */
public record ConfiguredList(List<String> values, List<PolicyHint> hints) {

  /** {@return the list of a member that is written in a text of configuration} */
  public static ConfiguredList read(Member member, String text) {
    Reading reading = new Reading(member);
    List<String> values = new ArrayList<>();
    Settings.split(reading.bare(text)).forEach(v -> values.add(reading.word(reading.bare(v))));
    if (values.equals(List.of("")) && reading.mayBeEmpty()) {
      return new ConfiguredList(List.of(CorsPolicy.NONE), reading.hints());
    }
    List<String> kept = values.stream().filter(reading::keeps).toList();
    return new ConfiguredList(kept.isEmpty() ? List.of(CorsPolicy.NONE) : kept, reading.hints());
  }

  /** One list that is being read. */
  private static final class Reading {

    private final Member member;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private boolean isQuoted;

    Reading(Member member) {
      this.member = member;
    }

    /** Takes outer blanks and one pair of quotes away. */
    String bare(String text) {
      String stripped = text.strip();
      for (String quote : List.of("\"", "'")) {
        boolean isPair =
            stripped.length() > 1
                && stripped.startsWith(quote)
                && stripped.indexOf(quote, 1) == stripped.length() - 1;
        if (isPair) {
          isQuoted = true;
          return stripped.substring(1, stripped.length() - 1).strip();
        }
      }
      return stripped;
    }

    /** Returns the constant that a word stands for, else the text. */
    String word(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "none" -> CorsPolicy.NONE;
        case "derived" -> isHeaders() ? CorsPolicy.DERIVED : text;
        default -> text;
      };
    }

    private boolean isHeaders() {
      return member == Member.ALLOWED_HEADERS || member == Member.EXPOSED_HEADERS;
    }

    /** Reports whether an empty text can only mean nobody, or nothing. */
    boolean mayBeEmpty() {
      return member == Member.ORIGINS || isHeaders();
    }

    boolean keeps(String value) {
      boolean isUseless =
          switch (member) {
            case ALLOWED_HEADERS -> isName(value, Reading::isNeverAskedFor);
            case EXPOSED_HEADERS -> isName(value, HeaderName::isForbiddenResponseHeader);
            default -> false;
          };
      if (isUseless) {
        leftOut.add(value);
      }
      return !isUseless;
    }

    private static boolean isNeverAskedFor(HeaderName name) {
      return name.isForbiddenRequestHeader() || name.isCorsProtocolHeader();
    }

    private static boolean isName(String value, Predicate<HeaderName> predicate) {
      try {
        return predicate.test(HeaderName.of(value));
      } catch (InvalidValueException e) {
        return false;
      }
    }

    List<PolicyHint> hints() {
      List<PolicyHint> hints = new ArrayList<>();
      if (isQuoted) {
        hints.add(HintKind.QUOTES_LEFT_OUT.of(member));
      }
      if (!leftOut.isEmpty()) {
        hints.add(PolicyHint.headersLeftOut(member, List.copyOf(leftOut)));
      }
      return hints;
    }
  }
}
