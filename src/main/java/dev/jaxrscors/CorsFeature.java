package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
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
public final class CorsFeature implements Feature {

  @Context private @Nullable Application application;

  /** Makes the feature; called by the runtime. */
  public CorsFeature() {}

  /**
   * Reports whether a request is a preflight, so that filters of an application can tell. To
   * response filters it looks like the request that it announces.
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
    if (configuration.isRegistered(MarkFilter.class)) {
      return false;
    }
    Deployments deployments =
        Deployments.of(
            setup(configuration),
            unwrapped().map(Hierarchy::unproxied),
            components(configuration),
            configuration);
    // It is tempting to register classes, and to leave the deployments to them as a property; but
    // on CXF a filter sees no property that a feature has set.
    context
        .register(new MarkFilter(deployments))
        .register(new DelegateFilter())
        .register(new AnswerFilter(deployments))
        .register(new FinishFilter(deployments))
        .register(new AnnouncedResources(deployments));
    if (deployments.mapUnhandledExceptions()) {
      context.register(UnhandledExceptionMapper.class);
    }
    return true;
  }

  private static CorsSetup setup(Configuration configuration) {
    return configuration.getProperty(CorsSetup.PROPERTY) instanceof CorsSetup setup
        ? setup
        : CdiBeans.find(CorsSetup.class).orElse(CorsSetup.EMPTY);
  }

  private Set<Class<?>> components(Configuration configuration) {
    Set<Class<?>> components = new LinkedHashSet<>(configuration.getClasses());
    configuration.getInstances().forEach(c -> components.add(c.getClass()));
    if (application != null) {
      components.addAll(application.getClasses());
      singletons(application).forEach(c -> components.add(c.getClass()));
    }
    return components;
  }

  // Deprecated for its users; what still comes from there has to be checked all the same.
  @SuppressWarnings("deprecation")
  private static Set<Object> singletons(Application application) {
    return application.getSingletons();
  }

  /** Jersey wraps an application in a ResourceConfig of its own, which can be asked for it. */
  private Optional<Class<?>> unwrapped() {
    return Stream.iterate(
            Optional.<Object>ofNullable(application),
            Optional::isPresent,
            o -> o.flatMap(CorsFeature::wrapped))
        .flatMap(Optional::stream)
        .reduce((outer, inner) -> inner)
        .map(Object::getClass);
  }

  private static Optional<Object> wrapped(Object application) {
    try {
      Method getter = application.getClass().getMethod("getApplication");
      Object inner = getter.invoke(application);
      return inner == application ? Optional.empty() : Optional.ofNullable(inner);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // No wrapper, or one that cannot be looked into: the application is what it seems.
      return Optional.empty();
    }
  }
}
