package dev.jaxrscors.products.platform.plugins;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What a rule has found. */
public class Findings {

  private final String rule;

  Findings(String rule) {
    this.rule = rule;
  }

  /** {@return all of it} */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String list() {
    return "[\"" + rule + "\"]";
  }
}
