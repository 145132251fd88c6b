package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.config.Settings;
import dev.jaxrscors.internal.deploy.Deployer;
import dev.jaxrscors.internal.deploy.Deployment;
import dev.jaxrscors.internal.deploy.Redeployment;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.resource.Authentication;
import java.util.List;
import java.util.Optional;

/** Applications that are served, with nothing but some resources. */
final class Served {

  private Served() {}

  static ServedApplication application(Class<?>... resources) {
    Deployer deployer =
        new Deployer(
            Setup.EMPTY,
            Optional.empty(),
            List.of(resources),
            () -> Settings.NONE,
            filters -> Authentication.UNKNOWN);
    return new ServedApplication(new Redeployment(deployer, deployer.deploy()));
  }

  /** Returns an application on its only host, which configuration does not change any more. */
  static ServedHost host(Setup setup, Class<?>... resources) {
    return new ServedHost(
        Deployment.of(setup, Optional.empty(), List.of(resources)), SameOrigin.UNLISTED);
  }

  static ServedHost host(Class<?>... resources) {
    return host(Setup.EMPTY, resources);
  }
}
