package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.runtime.MicroProfileSource;
import dev.jaxrscors.policy.InvalidPolicyException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an application allows on each host that configuration names, and on all others. */
public final class HostDeployments {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Deployment others;
  private final Map<String, Deployment> byHost;
  private final HostSettings settings;
  private final HintLog hints;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  // For the next deployment, if there may be one.
  private final Set<Announced> announced = ConcurrentHashMap.newKeySet();
  private final Set<String> builtPaths = ConcurrentHashMap.newKeySet();

  /** A resource method that the runtime has announced. */
  private record Announced(Class<?> type, Method method) {}

  HostDeployments(
      HostSettings settings, Deployment others, Map<String, Deployment> byHost, HintLog hints) {
    this.settings = settings;
    this.others = others;
    this.byHost = Map.copyOf(byHost);
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
    return new Deployer(
            inCode,
            application,
            components,
            () -> configuration(properties),
            filters -> Authentication.of(components, type -> Optional.empty(), application))
        .deploy();
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
    return settings.trustingForwarded();
  }

  /** Returns the origins that configuration calls the server's own. */
  public Set<String> ownOrigins() {
    return settings.ownOrigins();
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

  HostSettings settings() {
    return settings;
  }

  /** Reports whether there may be another deployment after this one. */
  public boolean mayChange() {
    return settings.mayChange();
  }

  /** Returns how many resource methods the runtime has announced. */
  int methods() {
    return announced.size();
  }

  /** Reports whether everything is switched off, on every host. */
  public boolean isOff() {
    return everywhere().allMatch(Deployment::isOff);
  }

  /** Returns how the application looks at who calls it, as far as that is known. */
  Authentication authentication() {
    return others.authentication();
  }

  /**
   * Takes note of all that the runtime has announced to the deployment before, and serves requests.
   *
   * @throws InvalidPolicyException if any policy is wrong
   */
  void takeOver(HostDeployments before) {
    listed(before.builtPaths);
    before.announced.forEach(resource -> announceEverywhere(resource.type(), resource.method()));
    serve(Set.of());
  }

  private Stream<Deployment> everywhere() {
    return Stream.concat(Stream.of(others), byHost.values().stream());
  }

  /** Reports whether exceptions that nothing maps are to be mapped. */
  public boolean mapUnhandledExceptions() {
    return !others.isOff() && others.setup().mapsUnhandledExceptions();
  }

  /**
   * Takes note of a resource method that the runtime announces.
   *
   * @throws InvalidPolicyException if a policy of its class is wrong, and no request was served yet
   */
  public void announce(Class<?> type, Method method) {
    try {
      announceEverywhere(type, method);
    } catch (InvalidPolicyException e) {
      logStop(e);
      throw e;
    }
  }

  private void announceEverywhere(Class<?> type, Method method) {
    everywhere().forEach(deployment -> deployment.announce(type, method));
    hints.announce(type);
    if (mayChange()) {
      announced.add(new Announced(type, method));
    }
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
    this.builtPaths.addAll(builtPaths);
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    if (builtPaths.isEmpty()) {
      hints.logIfListed();
    }
  }
}
