package dev.jaxrscors;

import dev.jaxrscors.config.ConfiguredPolicy;
import dev.jaxrscors.config.Hint;
import dev.jaxrscors.config.KnownKeys;
import dev.jaxrscors.config.PolicyKeys;
import dev.jaxrscors.config.PolicySettings;
import dev.jaxrscors.config.Setting;
import dev.jaxrscors.config.SettingMistakes;
import dev.jaxrscors.config.Settings;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole application: policies by name, the default policy, and settings.
 *
 * <p>Give it to the application as the property {@link #PROPERTY}, or as a CDI bean; the property
 * goes first. Quarkus removes beans that nothing injects: say {@code @Unremovable} on such a bean
 * there.
 *
 * <pre>{@code
 * public class Shop extends Application {
 *   @Override
 *   public Map<String, Object> getProperties() {
 *     return Map.of(
 *         CorsSetup.PROPERTY,
 *         CorsSetup.builder()
 *             .policy("public", Policy.builder().origins("*").build())
 *             .build());
 *   }
 * }
 * }</pre>
 */
public final class CorsSetup {

  /** The name of the application's property that holds a setup: {@value}. */
  public static final String PROPERTY = "dev.jaxrscors.setup";

  static final CorsSetup EMPTY = builder().build();

  private final Settings settings;
  private final Map<String, Optional<ConfiguredPolicy>> configured = new ConcurrentHashMap<>();
  private final Set<String> namesAskedFor = ConcurrentHashMap.newKeySet();
  private final Set<Hint> forgiven = ConcurrentHashMap.newKeySet();
  private final Map<String, Policy> policies;
  private final @Nullable ConfiguredPolicy defaultPolicy;
  private final int preflightStatus;
  private final String preflightCacheControl;
  private final boolean production;
  private final boolean mappingUnhandledExceptions;

  private CorsSetup(Builder builder, Settings settings) {
    this.settings = settings;
    this.policies = Map.copyOf(builder.policies);
    this.defaultPolicy = builder.defaultPolicy;
    this.preflightStatus = builder.preflightStatus;
    this.preflightCacheControl = builder.preflightCacheControl;
    this.production = builder.production;
    this.mappingUnhandledExceptions = builder.mappingUnhandledExceptions;
  }

  /** {@return a builder without policies, and with the default settings} */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns this setup with what configuration changes about it.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if anything in configuration is wrong
   */
  CorsSetup configuredBy(Settings found) {
    Builder builder = new Builder();
    builder.policies.putAll(policies);
    builder.preflightStatus = preflightStatus;
    builder.preflightCacheControl = preflightCacheControl;
    SettingMistakes mistakes = new SettingMistakes();
    builder.defaultPolicy =
        mistakes
            .read(() -> PolicySettings.read(found, PolicyKeys.DEFAULT, defaultPolicy()))
            .orElse(null);
    builder.production = mistakes.read(() -> isProduction(found)).orElse(production);
    builder.mappingUnhandledExceptions =
        mistakes
            .read(() -> found.isOn("cors.map-unhandled-exceptions"))
            .orElse(mappingUnhandledExceptions);
    mistakes.check(
        () -> set(found, "cors.preflight-status", Setting::number, builder::preflightStatus));
    mistakes.check(
        () ->
            set(
                found,
                "cors.preflight-cache-control",
                Setting::text,
                builder::preflightCacheControl));
    mistakes.throwIfAny();
    CorsSetup setup = new CorsSetup(builder, found);
    setup.configuredDefault().ifPresent(policy -> setup.forgiven.addAll(policy.hints()));
    return setup;
  }

  private static Optional<Boolean> isProduction(Settings found) {
    return found
        .isOn("cors.production")
        .or(() -> found.profiles().contains("prod") ? Optional.of(true) : Optional.empty());
  }

  private static <T> void set(
      Settings found, String key, Function<Setting, T> reading, Consumer<T> setter) {
    found.find(key).ifPresent(setting -> set(setting, reading.apply(setting), setter));
  }

  private static <T> void set(Setting setting, T value, Consumer<T> setter) {
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw setting.invalid(clause(String.valueOf(e.getMessage())), "change the value");
    }
  }

  /** Returns a sentence as a clause that follows "because". */
  private static String clause(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  Settings settings() {
    return settings;
  }

  /**
   * Returns the policy of a name, with what configuration changes about it.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration makes it wrong
   */
  Optional<Policy> policy(String name) {
    return configured(name).map(ConfiguredPolicy::policy);
  }

  /**
   * Returns the same, with its places, to something that refers to it.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration makes it wrong
   */
  Optional<ConfiguredPolicy> askFor(String name) {
    namesAskedFor.add(name);
    Optional<ConfiguredPolicy> found = configured(name);
    found.ifPresent(policy -> forgiven.addAll(policy.hints()));
    return found;
  }

  /**
   * Returns the same, with its places.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration makes it wrong
   */
  Optional<ConfiguredPolicy> configured(String name) {
    return configured.computeIfAbsent(
        name,
        n -> PolicySettings.read(settings, PolicyKeys.of(n), Optional.ofNullable(policies.get(n))));
  }

  /** Returns the names of the policies that annotations have asked for. */
  Set<String> namesAskedFor() {
    return namesAskedFor;
  }

  /** Takes note of what in a value of configuration was forgiven. */
  void forgive(Hint hint) {
    forgiven.add(hint);
  }

  /** Returns what in configuration was forgiven, as far as it is in use. */
  Set<Hint> forgiven() {
    return forgiven;
  }

  /** Returns the names of the policies that are declared anywhere. */
  List<String> knownNames() {
    Set<String> names = new TreeSet<>(KnownKeys.of(settings).policies());
    names.addAll(policyNames());
    return List.copyOf(names);
  }

  /** Returns the names of the policies in code. */
  List<String> policyNames() {
    return policies().keySet().stream().sorted().toList();
  }

  /** Returns the policies in code. */
  Map<String, Policy> policies() {
    return policies;
  }

  Optional<Policy> defaultPolicy() {
    return configuredDefault().map(ConfiguredPolicy::policy);
  }

  /** Returns the default policy, with its places. */
  Optional<ConfiguredPolicy> configuredDefault() {
    return Optional.ofNullable(defaultPolicy);
  }

  int preflightStatus() {
    return preflightStatus;
  }

  String preflightCacheControl() {
    return preflightCacheControl;
  }

  boolean isProduction() {
    return production;
  }

  boolean mapsUnhandledExceptions() {
    return mappingUnhandledExceptions;
  }

  /** Collects what a {@link CorsSetup} holds. */
  public static final class Builder {

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private @Nullable ConfiguredPolicy defaultPolicy;
    private int preflightStatus = 204;
    private String preflightCacheControl = "";
    private boolean production;
    private boolean mappingUnhandledExceptions;

    private Builder() {}

    /**
     * Declares a policy that annotations refer to by its name.
     *
     * @param name lower-case letters, digits and hyphens
     * @param policy the policy
     * @return this builder
     * @throws IllegalArgumentException if the name is not one, or is taken
     */
    public Builder policy(String name, Policy policy) {
      if (!PolicyName.isValid(name)) {
        throw new IllegalArgumentException(
            "The name of a policy has lower-case letters, digits and hyphens, unlike \"%s\"."
                .formatted(name));
      }
      if (policies.putIfAbsent(name, policy) != null) {
        throw new IllegalArgumentException("A policy named \"%s\" is there.".formatted(name));
      }
      return this;
    }

    /**
     * Sets the policy of last resort: for members that no annotation sets, resources without a
     * policy, those that code registers included, and responses for which no resource was matched,
     * such as 404. What the runtime answers itself, {@code OPTIONS} or WADL, is never governed.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder defaultPolicy(Policy policy) {
      this.defaultPolicy = ConfiguredPolicy.inCode(PolicyKeys.DEFAULT.inCode(), policy);
      return this;
    }

    /**
     * Sets the status of granted preflights: 204 by default, or 200 for clients that know no other.
     *
     * @param status 200 or 204
     * @return this builder
     * @throws IllegalArgumentException if it is another
     */
    public Builder preflightStatus(int status) {
      if (status != 200 && status != 204) {
        throw new IllegalArgumentException(
            "The status of granted preflights is 200 or 204, not %d.".formatted(status));
      }
      this.preflightStatus = status;
      return this;
    }

    /**
     * Sets {@code Cache-Control} for granted preflights, for a CDN that keeps answers to {@code
     * OPTIONS} by origin. There is none by default. What a cache keeps outlives a change of policy.
     *
     * @param fieldValue a value of {@code Cache-Control}, such as {@code public, max-age=600}
     * @return this builder
     * @throws IllegalArgumentException if it holds anything but printable ASCII
     */
    public Builder preflightCacheControl(String fieldValue) {
      if (fieldValue.isBlank() || !fieldValue.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        throw new IllegalArgumentException(
            "A value of Cache-Control is printable ASCII, such as \"public, max-age=600\".");
      }
      this.preflightCacheControl = fieldValue;
      return this;
    }

    /**
     * Makes plain-http and loopback origins mistakes, which stop the deployment unless {@link
     * Danger} names them.
     *
     * @return this builder
     */
    public Builder production() {
      this.production = true;
      return this;
    }

    /**
     * Answers exceptions that nothing else maps, so that pages can read such responses on runtimes
     * that bypass filters for them. A {@code WebApplicationException} keeps its response, a
     * container's security exception its status; all else is an empty 500, and goes to the log.
     *
     * @return this builder
     */
    public Builder mapUnhandledExceptions() {
      this.mappingUnhandledExceptions = true;
      return this;
    }

    /** {@return the setup} */
    public CorsSetup build() {
      return new CorsSetup(this, Settings.NONE);
    }
  }
}
