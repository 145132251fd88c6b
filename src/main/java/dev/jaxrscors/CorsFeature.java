package dev.jaxrscors;

import dev.jaxrscors.policy.InvalidPolicyException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the library to work in an application: {@link CorsPolicy} has an effect wherever this
 * feature is registered.
 *
 * <p>Runtimes that scan for providers, or read {@code META-INF/services}, find it by themselves.
 * Elsewhere, list the class among the application's classes. It holds no state: policies in code
 * belong into a {@link CorsSetup}.
 *
 * <p>It stops the deployment with an {@link dev.jaxrscors.policy.InvalidPolicyException} when a
 * policy is wrong.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public final class CorsFeature implements Feature {

  /** What Jersey and TomEE call the way from a wrapper of their own to the application in it. */
  private static final List<String> WAYS_IN = List.of("getApplication", "getOriginal");

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private @Nullable Application application;

  /** Makes the feature; called by the runtime. */
  public CorsFeature() {}

  // It is tempting to have the field injected instead; but Quarkus REST makes such a field an
  // injection point of CDI, and then knows two applications: the user's, and one it produces.
  /**
   * Takes the application; called by the runtime.
   *
   * @param application the application
   */
  @Context
  public void setApplication(Application application) {
    this.application = application;
  }

  /**
   * Reports whether a request is a preflight, so that filters of an application can tell.
   *
   * <p>Response filters run on preflights, refused ones too, name-bound ones among them, and see
   * the method that the preflight announces, not {@code OPTIONS}; but that request was not made. So
   * one that records what was done, evicts what was cached, renews a session or counts by method
   * should begin with this:
   *
   * <pre>{@code
   * if (CorsFeature.isPreflight(request)) {
   *   return;
   * }
   * }</pre>
   *
   * @param request a request, in any filter after the pre-matching ones with the highest priority
   * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
   *     request</a>
   * @return whether so
   */
  public static boolean isPreflight(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    return exchange != null && exchange.isPreflight();
  }

  @Override
  public boolean configure(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    if (configuration.isRegistered(MarkFilter.class) || isOfClient(configuration)) {
      return false;
    }
    if (QuarkusRest.configures(context)) {
      QuarkusRest.application().ifPresent(this::setApplication);
    }
    Deployments deployments = deployments(context);
    register(context, deployments, components(context));
    if (deployments.mapUnhandledExceptions()) {
      UnhandledExceptionMapper.register(context, components(context));
    }
    return true;
  }

  /** Clients read {@code META-INF/services} too, and some do not heed what a feature is for. */
  private static boolean isOfClient(Configuration configuration) {
    return configuration.getRuntimeType() == RuntimeType.CLIENT;
  }

  // It is tempting to register classes, and to leave the deployments to them as a property; but on
  // CXF a filter sees no property that a feature has set.
  private static void register(
      FeatureContext context, Deployments deployments, Set<Class<?>> components) {
    WriterGuard guard = new WriterGuard();
    AnswerFilter answer = new AnswerFilter(deployments);
    FinishFilter finish = new FinishFilter(deployments, guard);
    context.register(new MarkFilter(deployments));
    if (QuarkusRest.configures(context)) {
      // It keeps no record of what a feature registers: it takes all of it, or does not start.
      context
          .register(new DelegateFilter(deployments, () -> true))
          .register(new QuarkusRestFilter(answer, finish));
      return;
    }
    ContainerRequestFilter answering = CxfFilter.suits(context) ? new CxfFilter(answer) : answer;
    Configuration configuration = context.getConfiguration();
    context
        .register(
            new DelegateFilter(deployments, () -> configuration.isRegistered(answering.getClass())))
        .register(answering)
        .register(finish)
        .register(new AnnouncedResources(deployments, guard));
    guard.registerBeside(components, context);
  }

  /** Some servers keep to themselves why a deployment failed, so the log says it in any case. */
  private Deployments deployments(FeatureContext context) {
    try {
      Configuration configuration = context.getConfiguration();
      Map<String, Object> properties = properties(configuration);
      Set<Class<?>> components = components(context);
      Optional<Class<?>> written = written().map(Hierarchy::unproxied);
      Deployments deployments =
          Deployments.of(
              setup(properties),
              written,
              components,
              properties,
              new AuthenticationSearch(configuration, components, listed(), written));
      deployments.listed(BuiltResources.paths(configuration));
      return deployments;
    } catch (InvalidPolicyException e) {
      LOGGER.log(Level.ERROR, "CORS policies stop the deployment: {0}", e.getMessage());
      throw e;
    }
  }

  /**
   * Returns all properties. RESTEasy configures a feature that it found by scanning before it reads
   * those of the application.
   */
  private Map<String, Object> properties(Configuration configuration) {
    Map<String, Object> properties = new HashMap<>();
    unwrapped().forEach(a -> properties.putAll(a.getProperties()));
    properties.putAll(configuration.getProperties());
    return properties;
  }

  private static CorsSetup setup(Map<String, Object> properties) {
    return properties.get(CorsSetup.PROPERTY) instanceof CorsSetup setup
        ? setup
        : CdiBeans.find(CorsSetup.class).orElse(CorsSetup.EMPTY);
  }

  private Set<Class<?>> components(FeatureContext context) {
    Set<Class<?>> components = AuthenticationSearch.registered(context.getConfiguration());
    Set<Class<?>> listed = listed();
    components.addAll(listed);
    components.addAll(RestEasyScan.classes(context, listed));
    if (QuarkusRest.configures(context)) {
      components.addAll(QuarkusRest.resources());
    }
    return components;
  }

  /** Returns what the application itself lists. */
  private Set<Class<?>> listed() {
    Set<Class<?>> listed = new LinkedHashSet<>();
    if (application != null) {
      listed.addAll(application.getClasses());
      listed.addAll(AuthenticationSearch.classesOf(singletons(application)));
    }
    return listed;
  }

  // Deprecated for its users; what still comes from there has to be checked all the same.
  @SuppressWarnings("deprecation")
  private static Set<Object> singletons(Application application) {
    return application.getSingletons();
  }

  /** Returns the class of the application, as its author wrote it. */
  private Optional<Class<?>> written() {
    return unwrapped().reduce((outer, inner) -> inner).map(Object::getClass);
  }

  /** Returns the application that was injected, and what it wraps, outermost first. */
  private Stream<Application> unwrapped() {
    return Stream.iterate(
            Optional.ofNullable(application),
            Optional::isPresent,
            a -> a.flatMap(CorsFeature::wrapped))
        .flatMap(Optional::stream);
  }

  private static Optional<Application> wrapped(Application application) {
    return WAYS_IN.stream().flatMap(way -> wrapped(application, way).stream()).findFirst();
  }

  private static Optional<Application> wrapped(Application application, String way) {
    try {
      Method getter = application.getClass().getMethod(way);
      return getter.invoke(application) instanceof Application inner && inner != application
          ? Optional.of(inner)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      // No wrapper, or one that cannot be looked into: the application is what it seems.
      return Optional.empty();
    }
  }
}
