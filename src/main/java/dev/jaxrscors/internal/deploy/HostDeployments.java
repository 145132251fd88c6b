package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.policy.InvalidPolicyException;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What an application allows on each host that configuration names, and on all others. */
public final class HostDeployments {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Deployment others;
  private final Map<String, Deployment> byHost;
  private final HostSettings settings;
  private final Collection<Class<?>> components;
  private final HintLog hints;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  // For the next deployment, if there may be one.
  private final Set<Announced> announced = ConcurrentHashMap.newKeySet();
  private final Set<String> builtPaths = ConcurrentHashMap.newKeySet();

  /** A resource method that the runtime has announced: before any request, or not. */
  private record Announced(Class<?> type, Method method, boolean registered) {}

  HostDeployments(
      HostSettings settings,
      Deployment others,
      Map<String, Deployment> byHost,
      Collection<Class<?>> components,
      HintLog hints) {
    this.settings = settings;
    this.others = others;
    this.byHost = Map.copyOf(byHost);
    this.components = List.copyOf(components);
    this.hints = hints;
  }

  /** Returns what is allowed now, to be looked at. */
  public Survey survey() {
    return Survey.of(List.of(), others, byHost, components);
  }

  /** Returns what is allowed now, also before there was any request: all is registered. */
  public Survey surveyCompleted() {
    everywhere().forEach(Deployment::complete);
    return survey();
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
    return settings.trustingForwarded();
  }

  /** Returns the origins that configuration calls the server's own. */
  public Set<String> ownOrigins() {
    return settings.ownOrigins();
  }

  /**
   * Serves requests from now on: later mistakes cannot stop the deployment, and hints are due.
   *
   * @param filters the classes of request filters that the first request has revealed
   */
  public void serve(Set<Class<?>> filters) {
    everywhere().forEach(deployment -> deployment.serve(filters));
    hint();
  }

  /** Logs the hints, and the policies in force. */
  void hint() {
    log(hints::log);
  }

  /** An application whose hints cannot be found is deployed, and served, all the same. */
  private static void log(Runnable hints) {
    try {
      hints.run();
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

  /** Returns how many resource methods there are, as far as classes are known. */
  int methods() {
    return others.roots().stream().mapToInt(r -> others.shape(r).methods().all().size()).sum();
  }

  /** Reports whether everything is switched off, on every host. */
  public boolean isOff() {
    return everywhere().allMatch(Deployment::isOff);
  }

  /** Reports whether exceptions that nothing maps are to be mapped. */
  public boolean mapsUnhandledExceptions() {
    return !others.isOff() && others.setup().mapsUnhandledExceptions();
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
    builtPaths.addAll(before.builtPaths);
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    before.announced.forEach(this::announceEverywhere);
    everywhere().forEach(deployment -> deployment.serve(Set.of()));
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
      announceEverywhere(new Announced(type, method, !others.isServing()));
    } catch (InvalidPolicyException e) {
      logStop(e);
      throw e;
    }
  }

  private void announceEverywhere(Announced resource) {
    everywhere()
        .forEach(
            deployment ->
                deployment.announce(resource.type(), resource.method(), resource.registered()));
    hints.announce(resource.type());
    if (mayChange()) {
      announced.add(resource);
    }
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
    this.builtPaths.addAll(builtPaths);
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    if (builtPaths.isEmpty()) {
      log(hints::logIfListed);
    }
  }
}
