package dev.jaxrscors.demo;

import java.util.Map;

/**
 * The settings of one more host that the shop is deployed behind: the same resources, and other
 * origins. Operations set them without a build, as properties or environment variables.
 */
final class Hosts {

  /** On {@code payments.localhost}, what is public elsewhere is for one page. */
  static final Map<String, Object> SETTINGS =
      Map.of(
          "cors.hosts",
          "payments",
          "cors.host.payments.name",
          "payments.localhost",
          "cors.host.payments.policy." + Catalogue.PUBLIC + ".origins",
          "https://checkout.example.com");

  private Hosts() {}
}
