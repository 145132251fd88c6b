package dev.jaxrscors.contract.configured;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application of a team with one code base and several environments. */
@ApplicationPath("api")
public class ConfiguredApplication extends Application {

  /** Where MicroProfile Config looks for {@link #PROPERTIES}, on the class path. */
  public static final String PROPERTIES_FILE = "META-INF/microprofile-config.properties";

  /**
   * The configuration in the WAR: what holds in production stands alone, so that an environment
   * nobody thought of is no wider. That plain http and loopback are mistakes follows from the
   * profile.
   */
  public static final String PROPERTIES =
      """
      cors.policy.shop.origins=https://shop.example
      %dev.cors.policy.shop.origins=http://localhost:3000
      shop.partner=https://partner.example
      %dev.shop.partner=http://localhost:4000
      """;
}
