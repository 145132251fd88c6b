package dev.jaxrscors.internal.runtime.standins.mp1.org.eclipse.microprofile.config;

import dev.jaxrscors.internal.runtime.Configured;
import java.util.Map;
import java.util.Optional;

/** What is configured at one time. */
record Found(Map<String, Configured.Value> values) implements Config {

  static Config in(Configured configured) {
    return new Found(configured.now());
  }

  @Override
  public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
    return Optional.ofNullable(values.get(key))
        .map(value -> value.converted())
        .filter(converted -> !converted.isEmpty())
        .map(type::cast);
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return values.keySet();
  }
}
