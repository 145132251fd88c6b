package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.policy.InvalidPolicyException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The origins that the server's own pages have, by {@code cors.own-origins}: for where a proxy does
 * not say which they are.
 */
public final class OwnOrigins {

  private OwnOrigins() {}

  /**
   * {@return the origins, as browsers send them}
   *
   * @throws InvalidPolicyException if any of them is no origin, or is a pattern
   */
  public static Set<String> of(Settings settings) {
    return settings.find("cors.own-origins").map(OwnOrigins::checked).orElse(Set.of());
  }

  private static Set<String> checked(ConfiguredValue setting) {
    Set<String> origins = new LinkedHashSet<>();
    SettingMistakes mistakes = new SettingMistakes();
    List<String> elements = Settings.split(setting.text());
    elements.forEach(element -> mistakes.check(() -> origins.add(checked(setting, element))));
    mistakes.throwIfAny();
    return origins;
  }

  private static String checked(ConfiguredValue setting, String element) {
    if (element.isEmpty()) {
      throw setting.invalid("it has an empty element", "remove the comma, or the key");
    }
    try {
      OriginPattern origin = OriginPattern.parse(element);
      if (origin.isExact() && !origin.isOpaque()) {
        return element;
      }
    } catch (InvalidValueException e) {
      throw setting.invalid("\"%s\" is %s: %s".formatted(element, e.word(), e.rule()), e.remedy());
    }
    throw setting.invalid(
        "\"" + element + "\" is not one origin, and only one can be the server's own",
        "write it as in https://api.example.com");
  }
}
