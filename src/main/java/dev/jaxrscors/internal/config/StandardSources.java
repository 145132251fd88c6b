package dev.jaxrscors.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places where configuration is looked for. */
public final class StandardSources {

  private StandardSources() {}

  /**
   * {@return the places of an application without MicroProfile Config: its properties, system
   * properties, environment variables, in this order}
   */
  public static List<Source> of(Map<String, ?> applicationProperties) {
    return of(() -> applicationProperties);
  }

  /**
   * {@return the same places, where the application may have other properties each time that it is
   * asked for them}
   */
  public static List<Source> of(Supplier<? extends Map<String, ?>> applicationProperties) {
    return List.of(
        new SuppliedProperties("application properties", applicationProperties),
        systemProperties(),
        environment(System.getenv()));
  }

  /**
   * {@return a place that is a map}
   *
   * @param values what it holds; anything but a string is read by its {@code toString}
   */
  public static Source properties(String name, Map<String, ?> values) {
    return new Properties(name, key -> Optional.ofNullable(values.get(key)), values::keySet);
  }

  /** {@return the system properties, as they are when asked} */
  static Source systemProperties() {
    return new Properties(
        "system properties",
        key -> Optional.ofNullable(System.getProperty(key)),
        () -> System.getProperties().stringPropertyNames());
  }

  /** Values that are found by their keys alone. */
  private record Properties(
      String name, Function<String, Optional<?>> values, Supplier<Set<String>> listed)
      implements Source {

    @Override
    public @Nullable String value(String key) {
      return values.apply(key).map(Object::toString).orElse(null);
    }

    @Override
    public Set<String> keys() {
      return Set.copyOf(listed.get());
    }
  }

  /**
   * A map that code supplies. It is the same one until it is refreshed, so that nobody sees some of
   * a change; where the code fails then, so does every look-up.
   */
  private static final class SuppliedProperties implements Source {

    private final String name;
    private final Supplier<? extends Map<String, ?>> supplier;
    private volatile Source current;

    SuppliedProperties(String name, Supplier<? extends Map<String, ?>> supplier) {
      this.name = name;
      this.supplier = supplier;
      this.current = supplied(name, supplier);
    }

    private static Source supplied(String name, Supplier<? extends Map<String, ?>> supplier) {
      try {
        return properties(name, supplier.get());
      } catch (RuntimeException e) {
        return new Properties(name, key -> fail(e), Set::of);
      }
    }

    private static Optional<?> fail(RuntimeException cause) {
      throw cause;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public @Nullable String value(String key) {
      return current.value(key);
    }

    @Override
    public void refresh() {
      current = supplied(name, supplier);
    }

    @Override
    public Set<String> keys() {
      return current.keys();
    }
  }

  /**
   * Returns environment variables. A key is looked for as it is, then with everything but letters
   * and digits as underscores, then that in upper case: {@code cors.policy.shop.max-age} is also
   * {@code CORS_POLICY_SHOP_MAX_AGE}.
   */
  public static Source environment(Map<String, String> variables) {
    return new Source() {
      @Override
      public String name() {
        return "environment variables";
      }

      @Override
      public @Nullable String value(String key) {
        String variable = nameIn(variables, key);
        return variable.isEmpty() ? null : variables.get(variable);
      }

      @Override
      public String nameOf(String key) {
        return name() + " (" + nameIn(variables, key) + ")";
      }

      @Override
      public String written(String key) {
        return nameIn(variables, key);
      }

      @Override
      public Set<String> keys() {
        return variables.keySet();
      }
    };
  }

  /** {@return the name of the variable that a key has; empty if none} */
  public static String nameIn(Map<String, String> variables, String key) {
    return Stream.of(key, underscored(key), variable(key))
        .filter(variables::containsKey)
        .findFirst()
        .orElse("");
  }

  /** Returns the usual name of the variable for a key. */
  static String variable(String key) {
    return underscored(key).toUpperCase(Locale.ROOT);
  }

  private static String underscored(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_");
  }
}
