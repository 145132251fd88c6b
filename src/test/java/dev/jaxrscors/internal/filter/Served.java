package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.Deployed;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.deploy.Setup;
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
