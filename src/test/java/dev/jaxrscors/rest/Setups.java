package dev.jaxrscors.rest;

import dev.jaxrscors.internal.deploy.Setup;

/** What a setup in code is behind its door. */
public final class Setups {

  private Setups() {}

  public static Setup behind(CorsSetup setup) {
    return setup.setup();
  }
}
