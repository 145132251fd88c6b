package dev.jaxrscors.contract.app;

import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;

/** The setups of the example applications. */
public final class Setups {

  private Setups() {}

  /**
   * Returns the setup of an application that declares a policy.
   *
   * @return a setup with the policy {@code partners}
   */
  public static CorsSetup plain() {
    return declared().build();
  }

  /**
   * Returns the setup of an application that also lets the library map exceptions.
   *
   * @return the same, with that on
   */
  public static CorsSetup mapping() {
    return declared().mapUnhandledExceptions().build();
  }

  private static CorsSetup.Builder declared() {
    return CorsSetup.builder()
        .policy("partners", Policy.builder().origins("https://partner.example.com").build());
  }
}
