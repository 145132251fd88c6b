package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.ConfiguredValue;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.config.PolicySettings;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole application on one of its hosts: policies by name, the default policy, and
 * settings; those in code, changed by those in configuration.
 */
public final class Setup {

  /** Nothing is set. */
  public static final Setup EMPTY = new Builder().build();

  /** Everything is switched off, and nothing else is set. */
  static final Setup OFF = new Builder().disabled().build();

  private final Settings settings;
  private final NamedPolicies policies;
  private final Map<String, Supplier<Policy>> suppliers;
  private final List<CorsListener> listeners;
  private final Set<Hint> forgiven = ConcurrentHashMap.newKeySet();
  private final @Nullable ConfiguredPolicy defaultPolicy;
  private final int preflightStatus;
  private final String preflightCacheControl;
  private final boolean production;
  private final boolean off;
  private final boolean mappingUnhandledExceptions;

  private Setup(Builder builder, Settings settings) {
    this.settings = settings;
    this.policies = new NamedPolicies(builder.policies, builder.supplied, settings);
    this.suppliers = Map.copyOf(builder.suppliers);
    this.listeners = List.copyOf(builder.listeners);
    this.defaultPolicy = builder.defaultPolicy;
    this.preflightStatus = builder.preflightStatus;
    this.preflightCacheControl = builder.preflightCacheControl;
    this.production = builder.production;
    this.off = builder.off;
    this.mappingUnhandledExceptions = builder.mappingUnhandledExceptions;
  }

  /**
   * Returns this setup with what configuration changes about it.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if anything in configuration is wrong
   */
  public Setup configuredBy(Settings found) {
    return configuredBy(found, Map.of());
  }

  /**
   * Returns the same, with the policies that are supplied now.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if anything in configuration is wrong
   */
  Setup configuredBy(Settings found, Map<SuppliedPolicy, Policy> supplied) {
    Builder builder = new Builder();
    builder.policies.putAll(policies.inCode());
    supplied.forEach(
        (supplier, policy) -> {
          builder.policies.put(supplier.name(), policy);
          builder.supplied.put(supplier.name(), supplier);
        });
    builder.preflightStatus = preflightStatus;
    builder.preflightCacheControl = preflightCacheControl;
    SettingMistakes mistakes = new SettingMistakes();
    Optional<Policy> inCode = defaultPolicy().map(ConfiguredPolicy::policy);
    mistakes.check(
        () ->
            builder.defaultPolicy =
                PolicySettings.read(found, PolicyKeys.DEFAULT, inCode).orElse(null));
    mistakes.check(() -> builder.production = isProduction(found).orElse(production));
    mistakes.check(() -> builder.off = isOff(found));
    mistakes.check(
        () ->
            builder.mappingUnhandledExceptions =
                found.isOn("cors.map-unhandled-exceptions").orElse(mappingUnhandledExceptions));
    mistakes.check(
        () -> set(found, "cors.preflight-status", s -> builder.preflightStatus(s.number())));
    mistakes.check(
        () ->
            set(
                found,
                "cors.preflight-cache-control",
                s -> builder.preflightCacheControl(s.text())));
    mistakes.throwIfAny();
    Setup setup = new Setup(builder, found);
    setup.defaultPolicy().ifPresent(policy -> setup.forgiven.addAll(policy.hints()));
    return setup;
  }

  /**
   * Reports whether everything is switched off, in configuration or else in code.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration says neither on nor off
   */
  boolean isOff(Settings found) {
    return found.isOn("cors.enabled").map(on -> !on).orElse(off);
  }

  private static Optional<Boolean> isProduction(Settings found) {
    return found
        .isOn("cors.production")
        .or(() -> found.profiles().contains("prod") ? Optional.of(true) : Optional.empty());
  }

  private static void set(Settings found, String key, Consumer<ConfiguredValue> setter) {
    found
        .find(key)
        .ifPresent(
            setting -> {
              try {
                setter.accept(setting);
              } catch (IllegalArgumentException e) {
                throw setting.invalid(clause(String.valueOf(e.getMessage())), "change the value");
              }
            });
  }

  /** Returns a sentence as a clause that follows "because". */
  private static String clause(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT)
        + sentence.substring(1).replaceFirst("\\.$", "");
  }

  Settings settings() {
    return settings;
  }

  NamedPolicies policies() {
    return policies;
  }

  Map<String, Supplier<Policy>> suppliers() {
    return suppliers;
  }

  List<CorsListener> listeners() {
    return listeners;
  }

  boolean isOff() {
    return off;
  }

  void forgive(Hint hint) {
    forgiven.add(hint);
  }

  /** Returns what in configuration was forgiven, as far as it is in use. */
  Set<Hint> forgiven() {
    return forgiven;
  }

  Optional<ConfiguredPolicy> defaultPolicy() {
    return Optional.ofNullable(defaultPolicy);
  }

  public int preflightStatus() {
    return preflightStatus;
  }

  /** Returns the value of {@code Cache-Control} on granted preflights; empty for none. */
  public String preflightCacheControl() {
    return preflightCacheControl;
  }

  /** Returns what speaks against a policy where the application runs. */
  public List<PolicyProblem> problems(Policy policy) {
    return production ? policy.problemsInProduction() : List.of();
  }

  public boolean mapsUnhandledExceptions() {
    return mappingUnhandledExceptions;
  }

  /** The other half of the builder of {@code CorsSetup}, where its methods are described. */
  public static final class Builder {

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final Map<String, Supplier<Policy>> suppliers = new LinkedHashMap<>();
    private final Map<String, SuppliedPolicy> supplied = new LinkedHashMap<>();
    private final List<CorsListener> listeners = new ArrayList<>();
    private @Nullable ConfiguredPolicy defaultPolicy;
    private int preflightStatus = 204;
    private String preflightCacheControl = "";
    private boolean production;
    private boolean off;
    private boolean mappingUnhandledExceptions;

    public Builder policy(String name, Policy policy) {
      checkName(name);
      policies.put(name, policy);
      return this;
    }

    public Builder policy(String name, Supplier<Policy> supplier) {
      checkName(name);
      suppliers.put(name, supplier);
      return this;
    }

    private void checkName(String name) {
      if (!PolicyName.isValid(name)) {
        throw new IllegalArgumentException(
            "The name of a policy has lower-case letters, digits and hyphens, unlike \"%s\"."
                .formatted(name));
      }
      if (policies.containsKey(name) || suppliers.containsKey(name)) {
        throw new IllegalArgumentException("A policy named \"%s\" is there.".formatted(name));
      }
    }

    public Builder defaultPolicy(Policy policy) {
      this.defaultPolicy = ConfiguredPolicy.inCode(PolicyKeys.DEFAULT.inCode(), policy);
      return this;
    }

    public Builder preflightStatus(int status) {
      if (status != 200 && status != 204) {
        throw new IllegalArgumentException(
            "The status of granted preflights is 200 or 204, not %d.".formatted(status));
      }
      this.preflightStatus = status;
      return this;
    }

    public Builder preflightCacheControl(String fieldValue) {
      if (fieldValue.isBlank() || !fieldValue.chars().allMatch(c -> c >= ' ' && c <= '~')) {
        throw new IllegalArgumentException(
            "A value of Cache-Control is printable ASCII, such as \"public, max-age=600\".");
      }
      this.preflightCacheControl = fieldValue;
      return this;
    }

    public Builder production() {
      this.production = true;
      return this;
    }

    public Builder disabled() {
      this.off = true;
      return this;
    }

    public Builder mapUnhandledExceptions() {
      this.mappingUnhandledExceptions = true;
      return this;
    }

    public Builder listener(CorsListener listener) {
      listeners.add(listener);
      return this;
    }

    public Setup build() {
      return new Setup(this, Settings.NONE);
    }
  }
}
