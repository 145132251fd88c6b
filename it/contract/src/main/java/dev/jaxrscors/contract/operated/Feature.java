package dev.jaxrscors.contract.operated;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose policy is off until operators set its origins. */
@Path("feature")
@Produces("text/plain")
@CorsPolicy(origins = "${operated.feature:off}")
public class Feature {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "feature";
  }
}
