package dev.jaxrscors;

import dev.jaxrscors.config.NamedHosts;
import dev.jaxrscors.config.OwnOrigins;
import dev.jaxrscors.config.SettingMistakes;
import dev.jaxrscors.config.Settings;
import dev.jaxrscors.config.Sources;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an application allows on each host that configuration names, and on all others.
 *
 * <p>Each filter of one registration holds it; a feature does not, because runtimes drop or double
 * the instances of features.
 */
final class Deployments {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Deployment others;
  private final Map<String, Deployment> byHost;
  private final RequestHost requestHost;
  private final Hints hints;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();
  private volatile boolean serving;

  private Deployments(
      Deployment others, Map<String, Deployment> byHost, RequestHost requestHost, Hints hints) {
    this.others = others;
    this.byHost = byHost;
    this.requestHost = requestHost;
    this.hints = hints;
  }

  /**
   * Returns what an application allows, every policy of it checked.
   *
   * @param inCode the setup in code
   * @param application the class of the application, if it is known
   * @param components everything it registers
   * @param properties the application's properties, where settings may stand
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  static Deployments of(
      CorsSetup inCode,
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
   * @param inCode the setup in code
   * @param application the class of the application, if it is known
   * @param components everything it registers
   * @param properties the application's properties, where settings may stand
   * @param authentications tells, now and when all is registered, how the application looks at who
   *     calls it, given the filters that a request has told
   * @throws InvalidPolicyException if any policy or setting is wrong
   */
  static Deployments of(
      CorsSetup inCode,
      Optional<Class<?>> application,
      Collection<Class<?>> components,
      Map<String, Object> properties,
      Function<Set<Class<?>>, Authentication> authentications) {
    Settings settings = Settings.of(Sources.of(properties));
    return new Deploying(inCode, application, components, settings, authentications).everywhere();
  }

  /** Returns the deployment that a request is sent to. */
  Deployment on(ContainerRequestContext request) {
    return byHost.isEmpty() ? others : byHost.getOrDefault(requestHost.of(request), others);
  }

  /**
   * Says that requests are served from now on: mistakes met later cannot stop the deployment, and
   * what was not hinted at yet is, before the first response.
   *
   * @param first a request, which may tell of what else was registered
   */
  void serve(ContainerRequestContext first) {
    if (!serving) {
      serveFirst(CxfProviders.requestFilters(first));
    }
  }

  private synchronized void serveFirst(Set<Class<?>> filters) {
    if (serving) {
      return;
    }
    everywhere().forEach(deployment -> deployment.serve(filters));
    try {
      hints.log();
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(Level.WARNING, "Finding the CORS hints of an application failed", e);
    }
    serving = true;
  }

  private Stream<Deployment> everywhere() {
    return Stream.concat(Stream.of(others), byHost.values().stream());
  }

  /** Reports whether exceptions that nothing maps are to be mapped. */
  boolean mapUnhandledExceptions() {
    return others.setup().mapsUnhandledExceptions();
  }

  /**
   * Takes note of a resource method that the runtime announces.
   *
   * @throws InvalidPolicyException if a policy of its class is wrong, and no request was served yet
   */
  void announce(Class<?> type, Method method) {
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
  void listed(Collection<String> builtPaths) {
    everywhere().forEach(deployment -> deployment.addBuiltPaths(builtPaths));
    if (builtPaths.isEmpty()) {
      hints.logIfListed();
    }
  }

  /** One application on its way to be deployed. */
  private static final class Deploying {

    private final CorsSetup inCode;
    private final Optional<Class<?>> application;
    private final Collection<Class<?>> components;
    private final Settings settings;
    private final Function<Set<Class<?>>, Authentication> authentications;
    private final OriginSources sources = new OriginSources();
    private final SettingMistakes mistakes = new SettingMistakes();

    Deploying(
        CorsSetup inCode,
        Optional<Class<?>> application,
        Collection<Class<?>> components,
        Settings settings,
        Function<Set<Class<?>>, Authentication> authentications) {
      this.inCode = inCode;
      this.application = application;
      this.components = components;
      this.settings = settings;
      this.authentications = authentications;
    }

    Deployments everywhere() {
      RequestHost requestHost = mistakes.read(this::requestHost).orElse(RequestHost.REQUESTED);
      SameOrigin own = new SameOrigin(requestHost, ownOrigins());
      Map<String, String> nameByHost =
          mistakes.read(() -> Optional.of(NamedHosts.of(settings))).orElse(Map.of());
      Optional<Deployment> others = mistakes.read(() -> Optional.of(on(settings, own)));
      Map<String, Deployment> byName = new TreeMap<>();
      for (String name : new TreeSet<>(nameByHost.values())) {
        mistakes
            .read(() -> onHost(name, own))
            .ifPresent(deployment -> byName.put(name, deployment));
      }
      mistakes.throwIfAny();
      Hints hints = new Hints(others.orElseThrow(), byName, components);
      Map<String, Deployment> byHost = new HashMap<>();
      nameByHost.forEach((host, name) -> byHost.put(host, byName.get(name)));
      return new Deployments(others.orElseThrow(), Map.copyOf(byHost), requestHost, hints);
    }

    private Optional<RequestHost> requestHost() {
      return settings
          .isOn("cors.trust-forwarded")
          .map(trusted -> trusted ? RequestHost.FORWARDED : RequestHost.REQUESTED);
    }

    private Set<String> ownOrigins() {
      return mistakes.read(() -> Optional.of(OwnOrigins.of(settings))).orElse(Set.of());
    }

    private Deployment on(Settings seen, SameOrigin own) {
      return Deployment.of(
          inCode.configuredBy(seen), application, components, sources, own, authentications);
    }

    private Optional<Deployment> onHost(String name, SameOrigin own) {
      try {
        return Optional.of(on(settings.forHost(name), own));
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
