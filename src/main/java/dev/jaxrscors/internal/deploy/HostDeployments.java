package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.NamedHosts;
import dev.jaxrscors.internal.config.OwnOrigins;
import dev.jaxrscors.internal.config.SettingMistakes;
import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.runtime.MicroProfileSource;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an application allows on each host that configuration names, and on all others. */
public final class HostDeployments {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Deployment others;
  private final Map<String, Deployment> byHost;
  private final boolean trustingForwarded;
  private final Set<String> ownOrigins;
  private final Collection<Class<?>> components;
  private final HintLog hints;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  private HostDeployments(
      Deploying deploying, Deployment others, Map<String, Deployment> byHost, HintLog hints) {
    this.others = others;
    this.byHost = Map.copyOf(byHost);
    this.trustingForwarded = deploying.trustingForwarded;
    this.ownOrigins = deploying.ownOrigins;
    this.components = List.copyOf(deploying.components);
    this.hints = hints;
  }

  /**
   * Returns what an application allows, every policy of it checked.
   *
   * @param application the class of the application, if it is known
   * @param properties the application's properties, where settings may stand
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  public static HostDeployments of(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties) {
    return of(
        inCode,
        application,
        components,
        properties,
        met -> Authentication.of(components, type -> Optional.empty(), application));
  }

  /**
   * Returns what an application allows, every policy of it checked.
   *
   * @param application the class of the application, if it is known
   * @param properties the application's properties, where settings may stand
   * @param authentications tells, now and when all is registered, how the application looks at who
   *     calls it, given the filters that a request has told
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  public static HostDeployments of(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties,
      Function<Set<Class<?>>, Authentication> authentications) {
    return new Deploying(inCode, application, components, settings(properties), authentications)
        .everywhere();
  }

  static Settings settings(Map<String, Object> properties) {
    List<Source> microProfile = MicroProfileSource.find();
    return Settings.of(microProfile.isEmpty() ? StandardSources.of(properties) : microProfile);
  }

  /** Returns what is allowed now, to be looked at. */
  public Survey survey() {
    return Survey.of(List.of(), others, byHost, components);
  }

  /** Returns the deployments on the hosts that configuration names, by what requests call them. */
  public Map<String, Deployment> byHost() {
    return byHost;
  }

  /** Returns the deployment on all other hosts. */
  public Deployment others() {
    return others;
  }

  /** Reports whether there is a proxy that says what requests were sent to. */
  public boolean trustsForwarded() {
    return trustingForwarded;
  }

  /** Returns the origins that configuration calls the server's own. */
  public Set<String> ownOrigins() {
    return ownOrigins;
  }

  /**
   * Says that requests are served from now on: mistakes met later cannot stop the deployment, and
   * what was not hinted at yet is.
   *
   * @param filters the classes of request filters that the first request has told
   */
  public void serve(Set<Class<?>> filters) {
    everywhere().forEach(deployment -> deployment.serve(filters));
    try {
      hints.log();
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(Level.WARNING, "Finding the CORS hints of an application failed", e);
    }
  }

  private Stream<Deployment> everywhere() {
    return Stream.concat(Stream.of(others), byHost.values().stream());
  }

  /** Reports whether exceptions that nothing maps are to be mapped. */
  public boolean mapUnhandledExceptions() {
    return others.setup().mapsUnhandledExceptions();
  }

  /**
   * Takes note of a resource method that the runtime announces.
   *
   * @throws InvalidPolicyException if a policy of its class is wrong, and no request was served yet
   */
  public void announce(Class<?> type, Method method) {
    try {
      everywhere().forEach(deployment -> deployment.announce(type, method));
    } catch (InvalidPolicyException e) {
      logStop(e);
      throw e;
    }
    hints.announce(type);
  }

  /** Some servers keep to themselves why a deployment failed; some ask again, and fail again. */
  private void logStop(InvalidPolicyException e) {
    if (logged.add(e.getMessage())) {
      LOGGER.log(Level.ERROR, "CORS policies stop the deployment: {0}", e.getMessage());
    }
  }

  /**
   * Says that the runtime has listed what it will before it announces anything.
   *
   * @param builtPaths the paths of resources that are built in code, whose classes are announced
   *     later
   */
  public void listed(Collection<String> builtPaths) {
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    if (builtPaths.isEmpty()) {
      hints.logIfListed();
    }
  }

  /** One application on its way to be deployed. */
  private static final class Deploying {

    private final Setup inCode;
    private final Optional<Class<?>> application;
    private final Collection<Class<?>> components;
    private final Settings settings;
    private final Function<Set<Class<?>>, Authentication> authentications;
    private final SourceInstances sources = new SourceInstances();
    private final SettingMistakes mistakes = new SettingMistakes();
    private final boolean trustingForwarded;
    private final Set<String> ownOrigins;

    Deploying(
        Setup inCode,
        Optional<Class<?>> application,
        Collection<Class<?>> components,
        Settings settings,
        Function<Set<Class<?>>, Authentication> authentications) {
      this.inCode = inCode;
      this.application = application;
      this.components = components;
      this.settings = settings;
      this.authentications = authentications;
      this.trustingForwarded =
          mistakes.read(() -> settings.isOn("cors.trust-forwarded")).orElse(false);
      this.ownOrigins = mistakes.read(() -> Optional.of(OwnOrigins.of(settings))).orElse(Set.of());
    }

    HostDeployments everywhere() {
      Map<String, String> nameByHost =
          mistakes.read(() -> Optional.of(NamedHosts.of(settings))).orElse(Map.of());
      Optional<Deployment> others = mistakes.read(() -> Optional.of(on(settings)));
      Map<String, Deployment> byName = new TreeMap<>();
      for (String name : new TreeSet<>(nameByHost.values())) {
        mistakes.read(() -> onHost(name)).ifPresent(deployment -> byName.put(name, deployment));
      }
      mistakes.throwIfAny();
      HintLog hints = new HintLog(others.orElseThrow(), byName, components);
      Map<String, Deployment> byHost = new HashMap<>();
      nameByHost.forEach((host, name) -> byHost.put(host, byName.get(name)));
      return new HostDeployments(this, others.orElseThrow(), byHost, hints);
    }

    private Deployment on(Settings seen) {
      return Deployment.of(
          inCode.configuredBy(seen), application, components, sources, authentications);
    }

    private Optional<Deployment> onHost(String name) {
      try {
        return Optional.of(on(settings.forHost(name)));
      } catch (InvalidPolicyException e) {
        throw new InvalidPolicyException(e.mistakes().stream().map(m -> retold(m, name)).toList());
      }
    }

    /** What is wrong on one host alone says so. */
    private Mistake retold(Mistake mistake, String name) {
      boolean saysSo = mistake.place().startsWith("cors.host." + name + ".");
      return saysSo || mistakes.contains(mistake)
          ? mistake
          : mistake.at(mistake.place() + " on host " + name);
    }
  }
}
