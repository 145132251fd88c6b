package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value that configuration holds.
 *
 * @param key its key, as it was found
 * @param text the value
 * @param source how messages call the place
 * @param written how the key is written there: itself, or the name of a variable
 */
public record ConfiguredValue(String key, String text, String source, String written) {

  /** Makes one whose key is written as it is. */
  public ConfiguredValue(String key, String text, String source) {
    this(key, text, source, key);
  }

  /** {@return where it is, for messages} */
  public String place() {
    return key + " in " + source;
  }

  /**
   * {@return what one of several words stands for}
   *
   * @param words the words, in lower case, and what they stand for
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

  /**
   * Returns an exception that says what is wrong with this value.
   *
   * @param reason why, as a clause that follows "because"
   */
  public InvalidPolicyException invalid(String reason, String remedy) {
    return new InvalidPolicyException(
        List.of(new Mistake(place(), ProblemKind.INVALID_SETTING.of(text, reason, remedy))));
  }
}
