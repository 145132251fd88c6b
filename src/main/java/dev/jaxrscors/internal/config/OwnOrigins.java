package dev.jaxrscors.internal.config;

import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
    SettingMistakes mistakes = new SettingMistakes();
    Set<String> origins = of(settings, mistakes);
    mistakes.throwIfAny();
    return origins;
  }

  /** {@return those of them that are right} */
  public static Set<String> of(Settings settings, SettingMistakes mistakes) {
    Set<String> origins = new LinkedHashSet<>();
    mistakes
        .read(() -> settings.findList("cors.own-origins"), Optional.<ConfiguredValue>empty())
        .ifPresent(
            setting ->
                mistakes
                    .read(() -> elements(settings, setting), List.<String>of())
                    .forEach(e -> mistakes.check(() -> origins.add(checked(setting, e)))));
    return origins;
  }

  private static List<String> elements(Settings settings, ConfiguredValue setting) {
    return Settings.split(
        Placeholders.isOriginIn(setting.text())
            ? new Placeholders(settings, setting.place())
                .replaced(Member.ORIGINS, setting.text())
                .text()
            : setting.text());
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
