package dev.jaxrscors.contract.configured;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose annotation has a placeholder for its origins. */
@Path("partner")
@Produces("text/plain")
@CorsPolicy(origins = "${shop.partner}")
public class Partner {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "partner";
  }
}
