package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.fetch.UrlOrigin;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces {@code ${key}} and {@code ${key:default}} in the strings of annotations by what
 * configuration holds.
 *
 * <p>Values and defaults may hold placeholders themselves. Their number, their depth and the length
 * of what comes out are bounded, so that placeholders which double each other end.
 */
public final class Placeholders {

  /** The source of a value that is written as the default of a placeholder. */
  public static final String DEFAULT = "configuration";

  /** What stands in the place of a key, in front of the one of a URL. */
  static final String ORIGIN_OF = "origin-of";

  // Its default may hold placeholders, but no second one follows it.
  private static final Pattern WHOLE =
      Pattern.compile("\\$\\{([^:{}]+)(?::((?:\\$\\{[^{}]*}|[^{}])*+))?}");

  private static final int LONGEST = 16 * 1024 * 1024;
  private static final int MOST = 100_000;
  private static final int DEEPEST = 32;

  private final Settings settings;
  private final String place;

  public Placeholders(Settings settings, String place) {
    this.settings = settings;
    this.place = place;
  }

  /**
   * Returns the strings that one string of a member stands for: itself, if it holds no placeholder;
   * else its elements after replacement, split at commas.
   *
   * @throws InvalidPolicyException if a placeholder has no value, or refers to itself
   */
  public List<String> resolve(Member member, String written) {
    return isIn(written) ? Settings.split(replaced(member, written).text()) : List.of(written);
  }

  /**
   * A string without its placeholders.
   *
   * @param isConfigured whether configuration has brought any of it
   */
  public record Replaced(String text, boolean isConfigured) {}

  /** Reports whether a string holds a placeholder for the origin of a URL. */
  public static boolean isOriginIn(String written) {
    return written.contains("${" + ORIGIN_OF + ":");
  }

  /** Reports whether a string holds a placeholder. */
  public static boolean isIn(String written) {
    return written.contains("${");
  }

  /**
   * Returns a string of a member with its placeholders replaced.
   *
   * @throws InvalidPolicyException if a placeholder has no value, or refers to itself
   */
  public Replaced replaced(Member member, String written) {
    Replacement replacement = new Replacement(member, written);
    return new Replaced(replacement.of(written), replacement.isConfigured);
  }

  /**
   * Returns the value that a string refers to which is one placeholder, and nothing else; with the
   * source {@link #DEFAULT} if only the placeholder itself has one.
   *
   * @throws InvalidPolicyException if reading a place fails
   */
  public Optional<ConfiguredValue> setting(String written) {
    Matcher whole = WHOLE.matcher(written.strip());
    if (!whole.matches()) {
      return Optional.empty();
    }
    String key = whole.group(1).strip();
    // Nobody adds origins to the URL that one of them is made of.
    if (key.equals(ORIGIN_OF)) {
      return Optional.empty();
    }
    return settings
        .findList(key)
        .or(
            () ->
                Optional.ofNullable(whole.group(2)).map(d -> new ConfiguredValue(key, d, DEFAULT)));
  }

  /** One string that is being resolved; knows which keys it is inside of. */
  private final class Replacement {

    private final Member member;
    private final String written;
    private final Deque<String> inside = new ArrayDeque<>();
    private int replaced;
    private boolean isConfigured;
    // Of those inside of which this is, so many have a value: what is wrong there is not in code.
    private int found;

    Replacement(Member member, String written) {
      this.member = member;
      this.written = written;
    }

    String of(String text) {
      StringBuilder resolved = new StringBuilder();
      int from = 0;
      for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
        int close = close(text, open);
        resolved.append(text, from, open).append(value(text.substring(open + 2, close)));
        from = close + 1;
        if (resolved.length() > LONGEST || replaced > MOST) {
          throw unresolved("it grows without end", "shorten what it refers to");
        }
      }
      return resolved.append(text, from, text.length()).toString();
    }

    private int close(String text, int open) {
      int depth = 0;
      for (int i = open; i < text.length(); i++) {
        if (text.startsWith("${", i)) {
          depth++;
        } else if (text.charAt(i) == '}' && --depth == 0) {
          return i;
        }
      }
      throw malformed("a placeholder in it has no end", "close it, as in ${shop.origins}");
    }

    private String value(String inner) {
      return inner.startsWith(ORIGIN_OF + ":")
          ? origins(inner.substring(ORIGIN_OF.length() + 1))
          : plain(inner);
    }

    /** Returns the origins of the URLs that a placeholder stands for. */
    private String origins(String inner) {
      String urls = plain(inner);
      Optional<ConfiguredValue> setting = settings.findList(inner.split(":", 2)[0].strip());
      return Settings.split(urls).stream()
          .map(url -> origin(url, setting))
          .collect(Collectors.joining(","));
    }

    private String origin(String url, Optional<ConfiguredValue> setting) {
      try {
        return UrlOrigin.of(url);
      } catch (InvalidValueException e) {
        if (setting.isEmpty()) {
          throw malformed(Quoted.of(url) + " is " + e.word() + ": " + e.rule(), e.remedy());
        }
        PolicyProblem problem =
            ProblemKind.INVALID_VALUE.of(
                member, e.value(), e.word().toString(), e.rule(), e.remedy());
        throw new InvalidPolicyException(List.of(new Mistake(setting.get().place(), problem)));
      }
    }

    private String plain(String inner) {
      int colon = inner.indexOf(':');
      String key = (colon < 0 ? inner : inner.substring(0, colon)).strip();
      checkEnds(key);
      String value = settings.findList(key).map(ConfiguredValue::text).orElse(null);
      if (value == null && colon < 0) {
        throw unresolved(
            "no source of configuration has a value for " + Quoted.clause(key),
            new NearKeys(settings).remedy(key).map(near -> near + "; or ").orElse("")
                + "set it, or write a default, as in ${"
                + Quoted.clause(key)
                + ":https://app.example.com}");
      }
      replaced++;
      inside.push(key);
      String resolved = value == null ? of(inner.substring(colon + 1)) : ofValue(value);
      inside.pop();
      return resolved;
    }

    private String ofValue(String value) {
      isConfigured = true;
      found++;
      String resolved = of(value);
      found--;
      return resolved;
    }

    private void checkEnds(String key) {
      if (key.isEmpty()) {
        throw malformed("a placeholder in it names no key", "name one, as in ${shop.origins}");
      }
      if (inside.contains(key)) {
        String shown = Quoted.clause(key);
        throw unresolved(shown + " refers to itself", "give it a value without ${" + shown + "}");
      }
      if (inside.size() == DEEPEST) {
        throw unresolved(
            "placeholders in it stand within each other more than " + DEEPEST + " deep",
            "refer to fewer keys");
      }
    }

    private InvalidPolicyException unresolved(String reason, String remedy) {
      return unresolved(ProblemKind.UNRESOLVED_PLACEHOLDER, reason, remedy);
    }

    /** In the value of a key it is a mistake of configuration. */
    private InvalidPolicyException malformed(String reason, String remedy) {
      return unresolved(
          found == 0 ? ProblemKind.MALFORMED_PLACEHOLDER : ProblemKind.UNRESOLVED_PLACEHOLDER,
          reason,
          remedy);
    }

    private InvalidPolicyException unresolved(ProblemKind kind, String reason, String remedy) {
      PolicyProblem problem = kind.of(member, written, reason, remedy);
      return new InvalidPolicyException(List.of(new Mistake(place, problem)));
    }
  }
}
