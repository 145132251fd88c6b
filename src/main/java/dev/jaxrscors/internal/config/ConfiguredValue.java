package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value that configuration holds.
 *
 * @param source how messages name its source
 * @param written how the key is written there: itself, or the name of a variable
 */
public record ConfiguredValue(String key, String text, String source, String written) {

  /** Makes one whose key is written as it is. */
  public ConfiguredValue(String key, String text, String source) {
    this(key, text, source, key);
  }

  public String place() {
    return Quoted.clause(key) + " in " + source;
  }

  /**
   * {@return the meaning of this word}
   *
   * @param words the words, in lower case, with their meanings
   * @throws InvalidPolicyException if it is none of them
   */
  public <T> T oneOf(Map<String, T> words) {
    T meant = words.get(text.strip().toLowerCase(Locale.ROOT));
    if (meant == null) {
      List<String> known = words.keySet().stream().sorted().toList();
      throw invalid("it is none of " + String.join(", ", known), "use one of them");
    }
    return meant;
  }

  /**
   * {@return the whole number that it is}
   *
   * @throws InvalidPolicyException if it is none
   */
  public int number() {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw invalid("it is no whole number", "use digits alone, such as 600");
    }
  }

  /** Rejects this value for a reason, which is a clause that follows "because". */
  public InvalidPolicyException invalid(String reason, String remedy) {
    return new InvalidPolicyException(
        List.of(new Mistake(place(), ProblemKind.INVALID_SETTING.of(text, reason, remedy))));
  }
}
