package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.internal.runtime.MicroProfileSource;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Deploys one application: at first, and again beside what is in force when its configuration, or a
 * policy that code supplies, has changed.
 */
public final class Deployer {

  private final Deployable deployable;
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

  /** What never changes of an application. */
  record Deployable(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Optional<DoorDeclaration> door) {}

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
    this(
        new Deployable(inCode, application, components, Optional.empty()),
        configuration,
        authentications);
  }

  /** Makes what deploys a servlet filter, which is an application of its own. */
  public Deployer(Setup inCode, DoorDeclaration door, Supplier<Settings> configuration) {
    this(
        new Deployable(inCode, Optional.empty(), Set.of(), Optional.of(door)),
        configuration,
        filters -> Authentication.UNKNOWN);
  }

  private Deployer(
      Deployable deployable,
      Supplier<Settings> configuration,
      Function<Set<Class<?>>, Authentication> authentications) {
    this.deployable = deployable;
    this.configuration = configuration;
    this.authentications = authentications;
    this.listeners = new Listeners(deployable.inCode().listeners());
    deployable
        .inCode()
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
    DeploymentRun run = run(found, authentications);
    HostDeployments made = made(run);
    run.refused().enforce(Set.of());
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
    // Not found out when it is asked for: each deployment would keep the one before it.
    Authentication authentication = before.authentication();
    DeploymentRun run = run(found, filters -> authentication);
    successors.forEach(run::take);
    HostDeployments made = made(run);
    made.takeOver(before);
    // What was wrong before stays so, and stops no change of what is right.
    Set<Mistake> known = before.settings().refused().all();
    run.refused().throwIfNew(known);
    run.refused().enforce(known);
    return made;
  }

  /** Returns the class of the application, if it is known. */
  Optional<Class<?>> application() {
    return deployable.application();
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

  private Deployment.Lasting lasting(String host) {
    return new Deployment.Lasting(
        sources,
        shapes,
        linesByHost.computeIfAbsent(host, h -> new LateLines(new RateLimit(System::nanoTime))));
  }

  private DeploymentRun run(
      Settings found, Function<Set<Class<?>>, Authentication> authentications) {
    DeploymentRun run = new DeploymentRun(deployable, this::lasting, found, authentications);
    supplied.values().forEach(run::take);
    return run;
  }

  private HostDeployments made(DeploymentRun run) {
    return run.everywhere(
        (elsewhere, byName) ->
            new HintLog(elsewhere, byName, deployable.components(), hinted, policyLog));
  }

  /**
   * Returns the configuration of an application, as it is now.
   *
   * @param properties the application's properties, where settings may stand
   */
  public static Settings configuration(Map<String, Object> properties) {
    return configuration(() -> properties);
  }

  /**
   * Returns the configuration of an application, as it is now.
   *
   * @param properties the application's properties, which may be others each time
   */
  public static Settings configuration(Supplier<Map<String, Object>> properties) {
    List<Source> microProfile = MicroProfileSource.find();
    return Settings.of(microProfile.isEmpty() ? StandardSources.of(properties) : microProfile);
  }
}
