package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;

/** A sub-resource with a policy of its own. */
@Produces("text/plain")
@CorsPolicy(origins = "https://items.example.com")
public class OwnItem {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    Calls.count("OwnItem.get");
    return "own";
  }
}
