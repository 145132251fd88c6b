package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.config.NamedHosts;
import dev.jaxrscors.internal.config.OwnOrigins;
import dev.jaxrscors.internal.config.Period;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.config.Switch;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.MicroProfileSource;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Deploys one application: at first, and again beside what is in force when its configuration, or a
 * policy that code supplies, has changed.
 */
public final class Deployer {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final Policy NOBODY = Policy.builder().origins(CorsPolicy.NONE).build();

  private final Setup inCode;
  private final Optional<Class<?>> application;
  private final Collection<Class<?>> components;
  private final Supplier<Settings> configuration;
  private final Function<Set<Class<?>>, Authentication> authentications;
  private final Map<String, SuppliedPolicy> supplied = new LinkedHashMap<>();
  private final Listeners listeners;

  // What outlives one deployment: nothing is made, read or logged twice.
  private final SourceInstances sources = new SourceInstances();
  private final Recent<Class<?>, ResourceShape> shapes = KnownClasses.noShapes();
  private final Map<String, LateLines> linesByHost = new HashMap<>();
  private final Set<String> hinted = ConcurrentHashMap.newKeySet();
  private final PolicyLog policyLog = new PolicyLog();

  /**
   * Makes what deploys an application.
   *
   * @param application the class of the application, if it is known
   * @param configuration finds the configuration as it is then
   * @param authentications finds, now and when all is registered, how the application looks at who
   *     calls it, given the filters that the first request has shown
   */
  public Deployer(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Supplier<Settings> configuration,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.inCode = inCode;
    this.application = application;
    this.components = components;
    this.configuration = configuration;
    this.authentications = authentications;
    this.listeners = new Listeners(inCode.listeners());
    inCode
        .suppliers()
        .forEach((name, supplier) -> supplied.put(name, new SuppliedPolicy(name, supplier)));
  }

  /**
   * Returns what the application allows, every policy of it checked.
   *
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  public HostDeployments deploy() {
    Settings found = configuration();
    Run run = new Run(found, authentications);
    supplied.values().forEach(run::take);
    HostDeployments made = run.everywhere();
    run.refused.enforce(Set.of());
    if (!made.mayChange()) {
      found.forget();
    }
    return made;
  }

  /**
   * Returns what the application allows with another configuration, or another policy.
   *
   * @param before what is in force
   * @param found the other configuration
   * @param successors the other policies
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  HostDeployments deployAgain(
      HostDeployments before, Settings found, Map<SuppliedPolicy, Policy> successors) {
    Run run = new Run(found, filters -> before.authentication());
    supplied.values().forEach(run::take);
    run.policies.putAll(successors);
    HostDeployments made = run.everywhere();
    made.takeOver(before);
    // What was wrong before stays so, and stops no change of what is right.
    Set<Mistake> known = before.settings().refused().all();
    run.refused.throwIfNew(known);
    run.refused.enforce(known);
    return made;
  }

  /** Returns who hears what becomes of requests, and of changes. */
  Listeners listeners() {
    return listeners;
  }

  /** Lets policies that were refused be looked at again: what they are beside has changed. */
  void reconsider() {
    supplied.values().forEach(SuppliedPolicy::reconsider);
  }

  /** Returns the configuration as it is now, which remembers what it is asked for. */
  Settings configuration() {
    return configuration.get().remembering();
  }

  /** One deployment. */
  private final class Run {

    private final Settings settings;
    private final Function<Set<Class<?>>, Authentication> authentications;
    private final Map<SuppliedPolicy, Policy> policies = new LinkedHashMap<>();
    private final SettingMistakes mistakes = new SettingMistakes();
    private final RefusedMistakes refused = new RefusedMistakes();
    private final SettingMistakes ofSettings;
    private final boolean isOff;

    Run(Settings settings, Function<Set<Class<?>>, Authentication> authentications) {
      this.settings = settings;
      this.authentications = authentications;
      boolean isRefusing = mistakes.read(() -> inCode.isRefusing(settings), false);
      SettingMistakes found = isRefusing ? refused.on("") : mistakes;
      this.isOff = inCode.isOff(settings, found);
      // What is off reports its mistakes in its own way, and is stopped by none.
      this.ofSettings = isOff ? mistakes : found;
    }

    void take(SuppliedPolicy policy) {
      // Where it fails, that its name is unknown is no second mistake.
      policies.put(policy, NOBODY);
      mistakes.check(() -> policies.put(policy, policy.inForce()));
    }

    HostDeployments everywhere() {
      Optional<Duration> reload =
          ofSettings.read(() -> Period.find(settings, "cors.reload"), Optional.empty());
      boolean trusting = Switch.TRUST_FORWARDED.read(settings, ofSettings).orElse(false);
      Set<String> own = OwnOrigins.of(settings, ofSettings);
      // A host whose name is wrong would get what all others have, which may be more.
      Map<String, String> nameByHost = NamedHosts.of(settings, mistakes);
      Optional<Deployment> others =
          mistakes.read(() -> Optional.of(on(settings, "")), Optional.empty());
      Map<String, Deployment> byName = new TreeMap<>();
      for (String name : new TreeSet<>(nameByHost.values())) {
        mistakes.check(() -> byName.put(name, onHost(name)));
      }
      if (isOff) {
        mistakes.ifAny(this::warn);
      } else if (!mistakes.isEmpty()) {
        mistakes.addAll(refused.all());
        mistakes.throwIfAny();
      }
      Deployment elsewhere = others.orElseGet(() -> Deployment.off(lasting(""), authentications));
      Map<String, Deployment> byHost = new HashMap<>();
      nameByHost.forEach((host, name) -> byHost.put(host, byName.getOrDefault(name, elsewhere)));
      return new HostDeployments(
          new HostSettings(settings, reload, trusting, own, policies, refused),
          elsewhere,
          byHost,
          components,
          new HintLog(elsewhere, byName, components, hinted, policyLog));
    }

    private Deployment on(Settings seen, String host) {
      SettingMistakes found = ofSettings.areRefused() ? refused.on(host) : new SettingMistakes();
      Setup setup = inCode.configuredBy(seen, policies, found);
      try {
        found.throwIfAny();
        return Deployment.of(setup, application, components, lasting(host), authentications);
      } catch (InvalidPolicyException e) {
        if (setup.isOff()) {
          warn(e);
          return Deployment.off(lasting(host), authentications);
        }
        throw e;
      }
    }

    private Deployment.Lasting lasting(String host) {
      return new Deployment.Lasting(
          sources,
          shapes,
          linesByHost.computeIfAbsent(host, h -> new LateLines(new RateLimit(System::nanoTime))));
    }

    private void warn(InvalidPolicyException mistakes) {
      LOGGER.log(
          Level.WARNING,
          "CORS is switched off, and would stop the deployment if it were on: {0}",
          mistakes.getMessage());
    }

    private Deployment onHost(String name) {
      try {
        return on(settings.forHost(name), name);
      } catch (InvalidPolicyException e) {
        throw new InvalidPolicyException(
            e.mistakes().stream()
                .map(m -> mistakes.contains(m) ? m : RefusedMistakes.onHost(name, m))
                .toList());
      }
    }
  }

  /**
   * Returns the configuration of an application, as it is now.
   *
   * @param properties the application's properties, where settings may stand
   */
  public static Settings configuration(Map<String, Object> properties) {
    List<Source> microProfile = MicroProfileSource.find();
    return Settings.of(microProfile.isEmpty() ? StandardSources.of(properties) : microProfile);
  }
}
