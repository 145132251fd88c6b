package dev.jaxrscors.internal.config;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.policy.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The request headers that every policy allows besides its own, by {@code
 * cors.also-allowed-headers}: those of tracing, say, which whoever runs an application adds to all
 * requests.
 */
public final class AlsoAllowedHeaders {

  private static final String KEY = "cors.also-allowed-headers";
  private static final Set<String> WORDS =
      Set.of(CorsPolicy.ANY, CorsPolicy.DERIVED, CorsPolicy.INHERIT, "");

  private AlsoAllowedHeaders() {}

  /** {@return those of the names that are right} */
  public static List<HeaderName> of(
      Settings settings, SettingMistakes mistakes, Consumer<? super Hint> hints) {
    List<HeaderName> names = new ArrayList<>();
    mistakes
        .read(() -> settings.findList(KEY), Optional.<ConfiguredValue>empty())
        .ifPresent(
            setting -> {
              ConfiguredList list = ConfiguredList.read(Member.ALLOWED_HEADERS, setting.text());
              list.hints().forEach(hint -> hints.accept(new Hint(setting.place(), hint)));
              list.values().stream()
                  .filter(value -> !list.values().equals(List.of(CorsPolicy.NONE)))
                  .forEach(value -> mistakes.check(() -> names.add(name(setting, value))));
            });
    return names;
  }

  private static HeaderName name(ConfiguredValue setting, String value) {
    if (WORDS.contains(value) || value.equals(CorsPolicy.NONE) || value.contains(CorsPolicy.ANY)) {
      throw setting.invalid(
          "every policy that allows any header allows these too, and they are named one by one",
          "name the headers, as in traceparent,baggage");
    }
    try {
      return HeaderName.of(value);
    } catch (InvalidValueException e) {
      throw setting.invalid("\"%s\" is %s: %s".formatted(value, e.word(), e.rule()), e.remedy());
    }
  }
}
