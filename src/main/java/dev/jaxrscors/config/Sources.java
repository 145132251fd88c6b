package dev.jaxrscors.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The places where configuration is looked for. */
public final class Sources {

  private Sources() {}

  /**
   * {@return the places of an application: MicroProfile Config alone where it works; else the
   * application's properties, system properties, environment variables, in this order}
   *
   * @param applicationProperties the properties of the application
   */
  public static List<Source> of(Map<String, ?> applicationProperties) {
    Source microProfile = MicroProfileSource.find();
    return microProfile != null
        ? List.of(microProfile)
        : List.of(
            properties("application properties", applicationProperties),
            systemProperties(),
            environment(System::getenv));
  }

  /**
   * {@return a place that is a map}
   *
   * @param name how messages call it
   * @param values what it holds; anything but a string is read by its {@code toString}
   */
  public static Source properties(String name, Map<String, ?> values) {
    return new Source() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public @Nullable String value(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
      }

      @Override
      public Set<String> keys() {
        return Set.copyOf(values.keySet());
      }
    };
  }

  /** {@return the system properties, as they are when asked} */
  static Source systemProperties() {
    return new Source() {
      @Override
      public String name() {
        return "system properties";
      }

      @Override
      public @Nullable String value(String key) {
        return System.getProperty(key);
      }

      @Override
      public Set<String> keys() {
        Properties properties = System.getProperties();
        return properties.stringPropertyNames();
      }
    };
  }

  /**
   * Returns the environment variables. A key is looked for as it is, then with everything but
   * letters and digits as underscores, then that in upper case: {@code cors.policy.shop.max-age} is
   * also {@code CORS_POLICY_SHOP_MAX_AGE}.
   *
   * @param variables gives the value of a variable, or null
   */
  static Source environment(UnaryOperator<@Nullable String> variables) {
    return new Source() {
      @Override
      public String name() {
        return "environment variables";
      }

      @Override
      public @Nullable String value(String key) {
        String asIs = variables.apply(key);
        String underscored = key.replaceAll("[^A-Za-z0-9]", "_");
        String mapped = asIs == null ? variables.apply(underscored) : asIs;
        return mapped == null ? variables.apply(underscored.toUpperCase(Locale.ROOT)) : mapped;
      }

      @Override
      public Set<String> keys() {
        return Set.of();
      }
    };
  }
}
