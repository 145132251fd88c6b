package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.internal.cascade.Closings;
import dev.jaxrscors.internal.config.AlsoAllowedHeaders;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.config.ConfiguredValue;
import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.config.PolicyKeys;
import dev.jaxrscors.internal.config.PolicySettings;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Switch;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import dev.jaxrscors.policy.PolicyProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final boolean refusing;
  private final SettingMistakes mistakes;
  private final List<HeaderName> alsoAllowed;
  // Before configuration: of that, something may be left out.
  private final Optional<Policy> defaultInCode;

  private Setup(Builder builder, Settings settings, SettingMistakes mistakes) {
    this.settings = settings;
    this.mistakes = mistakes;
    this.refusing = builder.refusing;
    this.alsoAllowed = List.copyOf(new LinkedHashSet<>(builder.alsoAllowed));
    this.defaultInCode = builder.defaultInCode;
    this.policies = new NamedPolicies(builder.policies, builder.supplied, settings, mistakes);
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
    SettingMistakes mistakes = new SettingMistakes();
    Setup setup = configuredBy(found, Map.of(), mistakes);
    mistakes.throwIfAny();
    return setup;
  }

  /**
   * Returns the same, with the policies that are supplied now.
   *
   * @param mistakes where mistakes go; while they stop something, only what is right is of use
   */
  Setup configuredBy(
      Settings found, Map<SuppliedPolicy, Policy> supplied, SettingMistakes mistakes) {
    Builder builder = new Builder();
    builder.policies.putAll(policies.inCode());
    supplied.forEach(
        (supplier, policy) -> {
          builder.policies.put(supplier.name(), policy);
          builder.supplied.put(supplier.name(), supplier);
        });
    builder.preflightStatus = preflightStatus;
    builder.preflightCacheControl = preflightCacheControl;
    builder.defaultInCode = defaultPolicy().map(ConfiguredPolicy::policy);
    builder.readDefault(found, mistakes);
    builder.production = isProduction(found, mistakes).orElse(production);
    builder.off = isOff(found, mistakes);
    builder.mappingUnhandledExceptions =
        Switch.MAP_UNHANDLED_EXCEPTIONS.read(found, mistakes).orElse(mappingUnhandledExceptions);
    mistakes.check(
        () -> set(found, "cors.preflight-status", s -> builder.preflightStatus(s.number())));
    mistakes.check(() -> builder.readCacheControl(found));
    List<Hint> hints = new ArrayList<>();
    builder.alsoAllowed.addAll(alsoAllowed);
    builder.alsoAllowed.addAll(AlsoAllowedHeaders.of(found, mistakes, hints::add));
    Setup setup = new Setup(builder, found, mistakes);
    setup.forgiven.addAll(hints);
    setup.defaultPolicy().ifPresent(policy -> setup.forgiven.addAll(policy.hints()));
    return setup;
  }

  /** Reports whether everything is switched off, in configuration or else in code. */
  boolean isOff(Settings found, SettingMistakes mistakes) {
    return Switch.ENABLED.read(found, mistakes).map(on -> !on).orElse(off);
  }

  /**
   * Reports whether what is wrong in configuration stops nothing, by configuration or else in code.
   *
   * @throws dev.jaxrscors.policy.InvalidPolicyException if configuration says neither
   */
  boolean isRefusing(Settings found) {
    return found
        .find("cors.on-mistake")
        .map(setting -> setting.oneOf(Map.of("refuse", true, "stop", false)))
        .orElse(refusing);
  }

  private static Optional<Boolean> isProduction(Settings found, SettingMistakes mistakes) {
    return Switch.PRODUCTION
        .read(found, mistakes)
        .or(
            () ->
                mistakes.read(() -> found.profiles().contains("prod"), true)
                    ? Optional.of(true)
                    : Optional.empty());
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

  /** Reports whether everything is switched off: no policy is in force. */
  public boolean isOff() {
    return off;
  }

  /** Returns where mistakes in configuration go. */
  SettingMistakes mistakes() {
    return mistakes;
  }

  /** Returns the default policy, with something left out of configuration. */
  Optional<ConfiguredPolicy> defaultPolicy(Closings closings) {
    return closings.isNone()
        ? defaultPolicy()
        : PolicySettings.read(settings, PolicyKeys.DEFAULT, defaultInCode, closings, mistakes);
  }

  /** Returns the names of the request headers that every policy allows besides its own. */
  List<HeaderName> alsoAllowed() {
    return alsoAllowed;
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
    private boolean refusing;
    private Optional<Policy> defaultInCode = Optional.empty();
    private final List<HeaderName> alsoAllowed = new ArrayList<>();

    private void readDefault(Settings found, SettingMistakes mistakes) {
      mistakes.check(
          () ->
              defaultPolicy =
                  PolicySettings.read(
                          found, PolicyKeys.DEFAULT, defaultInCode, Closings.NONE, mistakes)
                      .orElse(null));
    }

    /** Where it is wrong, no cache is told anything. */
    private void readCacheControl(Settings found) {
      String inCode = preflightCacheControl;
      preflightCacheControl = "";
      set(found, "cors.preflight-cache-control", s -> preflightCacheControl(s.text()));
      if (preflightCacheControl.isEmpty()) {
        preflightCacheControl = inCode;
      }
    }

    public Builder refuseMistakesInConfiguration() {
      this.refusing = true;
      return this;
    }

    public Builder alsoAllowHeaders(String... names) {
      for (String name : names) {
        HeaderName header = HeaderName.of(name);
        if (name.contains(CorsPolicy.ANY)
            || header.isForbiddenRequestHeader()
            || header.isCorsProtocolHeader()) {
          throw new IllegalArgumentException(
              "No script sets a request header called \"%s\".".formatted(name));
        }
        alsoAllowed.add(header);
      }
      return this;
    }

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
      return new Setup(this, Settings.NONE, new SettingMistakes());
    }
  }
}
