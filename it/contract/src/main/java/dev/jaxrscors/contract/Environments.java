package dev.jaxrscors.contract;

import java.util.Map;

/**
 * How a server is told the environment it runs in, by variables of its process.
 *
 * @param development the variables of a developer's machine
 * @param production the variables of the servers that customers use
 */
public record Environments(Map<String, String> development, Map<String, String> production) {

  /** MicroProfile Config has a profile, and the file in the WAR has values for each. */
  public static final Environments BY_PROFILE =
      new Environments(Map.of("MP_CONFIG_PROFILE", "dev"), Map.of("MP_CONFIG_PROFILE", "prod"));

  /** There is no MicroProfile Config, and the file in the WAR is not read. */
  public static final Environments BY_VARIABLES =
      new Environments(
          Map.of(
              "CORS_POLICY_SHOP_ORIGINS", "http://localhost:3000",
              "SHOP_PARTNER", "http://localhost:4000"),
          Map.of(
              "CORS_POLICY_SHOP_ORIGINS", "https://shop.example",
              "SHOP_PARTNER", "https://partner.example",
              "CORS_PRODUCTION", "true"));

  /**
   * Copies the maps.
   *
   * @param development the variables of a developer's machine
   * @param production the variables of the servers that customers use
   */
  public Environments {
    development = Map.copyOf(development);
    production = Map.copyOf(production);
  }
}
