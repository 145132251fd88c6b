package dev.jaxrscors.demo;

/** The origins of the pages that call the shop. */
final class Pages {

  /** The shop's own application. */
  static final String APP = "https://app.example.com";

  /** Those of its partners, each on a domain of its own under this one. */
  static final String PARTNERS = "https://*.example.org";

  /** The property of the configuration that names the shop's pages on this machine. */
  static final String LOCAL_PAGES = "shop.pages";

  /** A page on this machine. Loopback needs no TLS: nobody on the network can speak for it. */
  static final String LOCAL = "${" + LOCAL_PAGES + "}";

  private Pages() {}
}
