package dev.jaxrscors.internal.runtime.standins.mp1.org.eclipse.microprofile.config;

import dev.jaxrscors.internal.runtime.Configured;
import dev.jaxrscors.internal.runtime.StandIns;

/** Stands for the type of that name in MicroProfile Config. */
public final class ConfigProvider {

  private ConfigProvider() {}

  public static Config getConfig() {
    return Found.in(StandIns.world(ConfigProvider.class, Configured.class));
  }
}
