package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.internal.deploy.Deployer;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.runtime.RemoteAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applications that are served, with nothing but some resources. */
final class Served {

  private Served() {}

  static ServedApplication application(Class<?>... resources) {
    return new ServedApplication(
        Deployed.again(Map.of(), List.of(resources)), RemoteAddress.UNKNOWN);
  }

  /** Returns an application that is set up in some way. */
  static ServedApplication application(
      Setup setup, Map<String, Object> properties, Class<?>... resources) {
    Deployer deployer =
        new Deployer(
            setup,
            Optional.empty(),
            List.of(resources),
            () -> Deployer.configuration(properties),
            filters -> Authentication.UNKNOWN);
    return new ServedApplication(
        new Redeployment(deployer, deployer.deploy()), RemoteAddress.UNKNOWN);
  }

  /** Returns an application on its only host, which configuration does not change any more. */
  static ServedHost host(Setup setup, Class<?>... resources) {
    return new ServedHost(
        Deployed.of(setup, Optional.empty(), List.of(resources)),
        SameOrigin.UNLISTED,
        new RefusalLog.Spent(System::nanoTime),
        new Listeners(List.of()),
        RemoteAddress.UNKNOWN);
  }

  static ServedHost host(Class<?>... resources) {
    return host(Setup.EMPTY, resources);
  }
}
