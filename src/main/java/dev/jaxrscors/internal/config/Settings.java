package dev.jaxrscors.internal.config;

import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of an application, seen for one of its hosts.
 *
 * <p>A key that begins with {@value #PREFIX} is looked for under the host's own prefix first: for
 * the host named {@code payments}, {@code cors.policy.shop.origins} is {@code
 * cors.host.payments.policy.shop.origins} where that is set.
 */
public final class Settings {

  /** What the library's own keys begin with. */
  public static final String PREFIX = "cors.";

  /** No configuration at all. */
  public static final Settings NONE = new Settings(List.of(), "", Lookups.NONE);

  private static final List<String> PROFILES =
      List.of("mp.config.profile", "smallrye.config.profile", "quarkus.profile");
  private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

  private final List<Source> sources;
  private final String host;
  private final Lookups lookups;

  private Settings(List<Source> sources, String host, Lookups lookups) {
    this.sources = sources;
    this.host = host;
    this.lookups = lookups;
  }

  /** {@return the configuration in some places, the first of which that has a key decides} */
  public static Settings of(List<Source> sources) {
    return new Settings(List.copyOf(sources), "", Lookups.NONE);
  }

  /** {@return the same configuration, seen for the host of this name in keys} */
  public Settings forHost(String name) {
    return new Settings(sources, name, lookups);
  }

  /** {@return the same configuration, which remembers from now on what it was asked for} */
  public Settings remembering() {
    return new Settings(sources, host, new Lookups());
  }

  /** Remembers no more what it is asked for: nobody will want to know. */
  public void forget() {
    lookups.forget();
  }

  /** {@return the keys that this was asked for and that have another value now, sorted} */
  public List<String> outdated() {
    sources.forEach(Source::refresh);
    return lookups.outdated(new Settings(sources, "", Lookups.NONE));
  }

  /** {@return the places} */
  public List<Source> sources() {
    return sources;
  }

  /**
   * {@return the value of a key, if it has one}
   *
   * @throws InvalidPolicyException if reading a place fails
   */
  public Optional<ConfiguredValue> find(String key) {
    return ofHost(key).flatMap(this::first).or(() -> first(key));
  }

  /**
   * Returns the list of a key, if it has one, as it is written under a single key. In a place that
   * lacks the key, the elements may have keys of their own: {@code key[0]}, {@code key[1]} and so
   * on, up to the first that is missing.
   *
   * @throws InvalidPolicyException if reading a place fails
   */
  public Optional<ConfiguredValue> findList(String key) {
    return ofHost(key).flatMap(this::firstList).or(() -> firstList(key));
  }

  private Optional<String> ofHost(String key) {
    return host.isEmpty() || !key.startsWith(PREFIX)
        ? Optional.empty()
        : Optional.of(PREFIX + "host." + host + "." + key.substring(PREFIX.length()));
  }

  private Optional<ConfiguredValue> first(String key) {
    return lookups.remember(
        key,
        Lookups.Kind.VALUE,
        () -> sources.stream().flatMap(source -> in(source, key).stream()).findFirst());
  }

  private Optional<ConfiguredValue> firstList(String key) {
    return lookups.remember(
        key,
        Lookups.Kind.LIST,
        () ->
            sources.stream()
                .flatMap(source -> in(source, key).or(() -> IndexedKeys.find(source, key)).stream())
                .findFirst());
  }

  /** Returns the value of a key in one place. */
  static Optional<ConfiguredValue> in(Source source, String key) {
    return Optional.ofNullable(read(source, key))
        .map(value -> new ConfiguredValue(key, value, source.nameOf(key), source.written(key)));
  }

  private static @Nullable String read(Source source, String key) {
    try {
      return source.value(key);
    } catch (RuntimeException e) {
      throw new InvalidPolicyException(
          List.of(
              new Mistake(
                  key + " in " + source.name(),
                  ProblemKind.INVALID_SETTING.of(
                      key, "reading it failed with " + e, "mend the source, or the value"))));
    }
  }

  /**
   * {@return whether a switch is on, if it is set}
   *
   * @throws InvalidPolicyException if it is neither {@code true} nor {@code false}
   */
  public Optional<Boolean> isOn(String key) {
    return find(key).map(setting -> setting.oneOf(BOOLEANS));
  }

  /** {@return the active profiles, as far as configuration names them} */
  public List<String> profiles() {
    return PROFILES.stream()
        .flatMap(key -> find(key).stream())
        .flatMap(setting -> Stream.of(setting.text().split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /**
   * Returns the elements of a list: split at commas, those after a backslash excepted, without
   * outer spaces. Empty elements are left for the caller to reject.
   */
  public static List<String> split(String text) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == ',') {
        element.append(',');
        i++;
      } else if (c == ',') {
        elements.add(element.toString().strip());
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    elements.add(element.toString().strip());
    return elements;
  }
}
