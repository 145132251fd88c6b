package dev.jaxrscors.contract.app;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;

/** What a class without a policy brings. */
@Produces("text/plain")
public abstract class Anyone {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return "anyone";
  }
}
