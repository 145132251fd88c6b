package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Authentication;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Applications that are deployed without a runtime, and authenticate by their own classes alone.
 */
public final class Deployed {

  private Deployed() {}

  /** Deploys an application on its only host, which configuration does not change any more. */
  public static Deployment of(
      Setup setup, Optional<Class<?>> application, Collection<Class<?>> components) {
    return Deployment.of(
        setup,
        application,
        components,
        new SourceInstances(),
        authentications(application, components));
  }

  /** Deploys an application without a class of its own on all hosts that its properties name. */
  public static HostDeployments onHosts(
      Map<String, Object> properties, Collection<Class<?>> components) {
    Optional<Class<?>> none = Optional.empty();
    return HostDeployments.of(
        Setup.EMPTY, none, components, properties, authentications(none, components));
  }

  private static Function<Set<Class<?>>, Authentication> authentications(
      Optional<Class<?>> application, Collection<Class<?>> components) {
    return filters -> Authentication.of(components, type -> Optional.empty(), application);
  }
}
