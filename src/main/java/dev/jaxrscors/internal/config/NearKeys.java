package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the key, or the variable, that was probably meant to be the one that is missing: it is a
 * few letters off, or names the policy and is no key.
 */
public final class NearKeys {

  private final Settings settings;

  public NearKeys(Settings settings) {
    this.settings = settings;
  }

  /** A key, and how far it is from the missing one. */
  private record Near(ConfiguredValue setting, int distance, String instead) {
    String remedy() {
      String variable = StandardSources.variable(instead);
      // A file may have it in capitals too: an environment, where that is right, has another one.
      boolean isVariable = isVariable(setting.key()) && !setting.key().equals(variable);
      String key = isVariable ? variable : instead;
      return setting.place() + " has no effect on it: rename it to " + Quoted.clause(key);
    }

    private static boolean isVariable(String key) {
      return key.equals(StandardSources.variable(key));
    }
  }

  /** {@return a mistake; if it is a lack of origins, with the key that is its cause named} */
  public Mistake mendOrigins(Mistake mistake, PolicyKeys keys) {
    return mistake.problem().kind() == ProblemKind.NO_ORIGIN ? mend(mistake, keys) : mistake;
  }

  /** {@return the lack of a policy, or of origins, with the key that is its cause named, if any} */
  public Mistake mend(Mistake mistake, PolicyKeys keys) {
    return remedy(keys)
        .map(remedy -> mistake.withRemedy(remedy + "; or " + mistake.text().remedy()))
        .orElse(mistake);
  }

  private Optional<String> remedy(PolicyKeys keys) {
    KnownKeys known = KnownKeys.of(settings);
    String missed = keys.of(Member.ORIGINS);
    List<Near> near = new ArrayList<>();
    for (ConfiguredValue unknown : known.unknown()) {
      int distance = distance(unknown.key(), missed);
      if (distance <= allowance(missed) || isOf(keys, unknown)) {
        near.add(new Near(unknown, distance, missed));
      }
    }
    for (ConfiguredValue other : known.ofPolicies()) {
      int distance = distance(other.key(), missed);
      if (distance > 0 && distance <= allowance(keys.policy())) {
        near.add(new Near(other, distance, missed));
      }
    }
    return nearest(near.stream());
  }

  /** Reports whether an unknown key names the policy, and is not near to a key that it has. */
  private static boolean isOf(PolicyKeys keys, ConfiguredValue unknown) {
    String name = keys.policy().isEmpty() ? "default" : keys.policy();
    return normal(unknown.key()).contains("-" + name + "-")
        && Member.withKeys().stream()
            .noneMatch(member -> distance(unknown.key(), keys.of(member)) <= 2);
  }

  /** {@return what to do about the key that was probably meant to be the one of a placeholder} */
  Optional<String> remedy(String key) {
    return nearest(
        settings.sources().stream()
            .flatMap(source -> keys(source))
            .map(s -> new Near(s, distance(s.key(), key), key))
            .filter(near -> near.distance() <= Math.min(2, key.length() / 6)));
  }

  private static Stream<ConfiguredValue> keys(Source source) {
    try {
      return source.keys().stream().map(key -> new ConfiguredValue(key, "", source.name()));
    } catch (RuntimeException e) {
      // KnownKeys logs that this place does not list its keys.
      return Stream.empty();
    }
  }

  private static Optional<String> nearest(Stream<Near> near) {
    return near.min(Comparator.comparingInt(Near::distance).thenComparing(n -> n.setting().key()))
        .map(Near::remedy);
  }

  /** Returns how many letters may be off in a word: in a short one, few are a different word. */
  private static int allowance(String word) {
    return Math.min(3, word.length() / 4);
  }

  private static String normal(String key) {
    return key.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("(?:-[0-9]+)?-?$", "");
  }

  /** Returns how many letters have to be put in, taken out or replaced: the edit distance. */
  private static int distance(String one, String other) {
    String from = normal(one);
    String to = normal(other);
    if (Math.abs(from.length() - to.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
