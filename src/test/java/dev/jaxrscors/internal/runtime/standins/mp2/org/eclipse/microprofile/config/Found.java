package dev.jaxrscors.internal.runtime.standins.mp2.org.eclipse.microprofile.config;

import dev.jaxrscors.internal.runtime.Configured;
import dev.jaxrscors.internal.runtime.standins.mp2.fish.payara.Cached;
import java.util.Map;
import java.util.Optional;

/** What is configured at one time. */
public class Found implements Config {

  private final Map<String, Configured.Value> values;

  protected Found(Map<String, Configured.Value> values) {
    this.values = values;
  }

  static Config in(Configured configured) {
    return configured.isPayara() ? new Cached(configured) : new Found(configured.now());
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

  @Override
  public ConfigValue getConfigValue(String key) {
    return new Told(values.getOrDefault(key, Configured.Value.NONE));
  }

  private record Told(Configured.Value value) implements ConfigValue {

    @Override
    public String getRawValue() {
      return value.raw();
    }

    @Override
    public String getValue() {
      return value.converted();
    }

    @Override
    public String getSourceName() {
      return value.source();
    }
  }
}
