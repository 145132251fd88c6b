package dev.jaxrscors.contract.governing;

import dev.jaxrscors.contract.app.Setups;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Produces the setup. */
@ApplicationScoped
public class SetupBean {

  /**
   * Returns the setup.
   *
   * @return the setup
   */
  @Produces
  @Dependent
  public CorsSetup setup() {
    return Setups.mapping();
  }
}
