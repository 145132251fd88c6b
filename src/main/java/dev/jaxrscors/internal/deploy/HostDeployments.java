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
  private final HintLog hints;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  private HostDeployments(
      Settings settings,
      Function<Settings, Deployment> deploying,
      Collection<Class<?>> components) {
    SettingMistakes mistakes = new SettingMistakes();
    this.trustingForwarded =
        mistakes.read(() -> settings.isOn("cors.trust-forwarded").orElse(false), false);
    this.ownOrigins = mistakes.read(() -> OwnOrigins.of(settings), Set.of());
    Map<String, String> nameByHost = mistakes.read(() -> NamedHosts.of(settings), Map.of());
    Optional<Deployment> elsewhere =
        mistakes.read(() -> Optional.of(deploying.apply(settings)), Optional.empty());
    Map<String, Deployment> byName = new TreeMap<>();
    for (String name : new TreeSet<>(nameByHost.values())) {
      mistakes.check(() -> byName.put(name, onHost(name, settings, deploying, mistakes)));
    }
    mistakes.throwIfAny();
    this.others = elsewhere.orElseThrow();
    this.hints = new HintLog(others, byName, components);
    Map<String, Deployment> named = new HashMap<>();
    nameByHost.forEach((host, name) -> named.put(host, byName.get(name)));
    this.byHost = Map.copyOf(named);
  }

  private static Deployment onHost(
      String name,
      Settings settings,
      Function<Settings, Deployment> deploying,
      SettingMistakes everywhere) {
    try {
      return deploying.apply(settings.forHost(name));
    } catch (InvalidPolicyException e) {
      throw new InvalidPolicyException(
          e.mistakes().stream().map(m -> everywhere.contains(m) ? m : onHost(name, m)).toList());
    }
  }

  /** A mistake on one host alone names the host. */
  private static Mistake onHost(String name, Mistake mistake) {
    return mistake.place().startsWith("cors.host." + name + ".")
        ? mistake
        : mistake.at(mistake.place() + " on host " + name);
  }

  /**
   * Returns what an application allows, every policy of it checked.
   *
   * @param application the class of the application, if it is known
   * @param properties the application's properties, where settings may stand
   * @param authentications finds, now and when all is registered, how the application looks at who
   *     calls it, given the filters that a request has revealed
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  public static HostDeployments of(
      Setup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties,
      Function<Set<Class<?>>, Authentication> authentications) {
    List<Source> microProfile = MicroProfileSource.find();
    Settings settings =
        Settings.of(microProfile.isEmpty() ? StandardSources.of(properties) : microProfile);
    SourceInstances sources = new SourceInstances();
    return new HostDeployments(
        settings,
        seen ->
            Deployment.of(
                inCode.configuredBy(seen), application, components, sources, authentications),
        components);
  }

  /** Returns the deployments on the hosts that configuration names, by what requests call them. */
  public Map<String, Deployment> byHost() {
    return byHost;
  }

  /** Returns the deployment on all other hosts. */
  public Deployment others() {
    return others;
  }

  /** Reports whether a proxy says where requests were sent. */
  public boolean trustsForwarded() {
    return trustingForwarded;
  }

  /** Returns the origins that configuration calls the server's own. */
  public Set<String> ownOrigins() {
    return ownOrigins;
  }

  /**
   * Serves requests from now on: later mistakes cannot stop the deployment, and hints are due.
   *
   * @param filters the classes of request filters that the first request has revealed
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

  /**
   * Checks a resource method that the runtime announces.
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

  /** Some servers do not log why a deployment failed; some try again, and fail again. */
  private void logStop(InvalidPolicyException e) {
    if (logged.add(e.getMessage())) {
      LOGGER.log(Level.ERROR, "CORS policies stop the deployment: {0}", e.getMessage());
    }
  }

  /**
   * Ends the components that the runtime lists before it announces anything.
   *
   * @param builtPaths the paths of resources built in code, whose classes are announced later
   */
  public void listed(Collection<String> builtPaths) {
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    if (builtPaths.isEmpty()) {
      hints.logIfListed();
    }
  }
}
