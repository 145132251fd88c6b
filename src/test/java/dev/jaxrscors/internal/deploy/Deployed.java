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
        Deployment.Lasting.nothing(),
        authentications(application, components));
  }

  /** Deploys an application without a class of its own on all hosts that its properties name. */
  public static HostDeployments onHosts(
      Map<String, Object> properties, Collection<Class<?>> components) {
    return deployer(properties, components).deploy();
  }

  /** The same, which may be deployed again. */
  public static Redeployment again(
      Map<String, Object> properties, Collection<Class<?>> components) {
    Deployer deployer = deployer(properties, components);
    return new Redeployment(deployer, deployer.deploy());
  }

  /** Waits for who makes policies anew beside the requests: they may still read, and log. */
  public static void settle() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("cors-redeployment")) {
        thread.join();
      }
    }
  }

  private static Deployer deployer(
      Map<String, Object> properties, Collection<Class<?>> components) {
    Optional<Class<?>> none = Optional.empty();
    return new Deployer(
        Setup.EMPTY,
        none,
        components,
        () -> Deployer.configuration(properties),
        authentications(none, components));
  }

  private static Function<Set<Class<?>>, Authentication> authentications(
      Optional<Class<?>> application, Collection<Class<?>> components) {
    return filters -> Authentication.of(components, type -> Optional.empty(), application);
  }
}
