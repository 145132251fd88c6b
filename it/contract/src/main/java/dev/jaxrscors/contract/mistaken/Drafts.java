package dev.jaxrscors.contract.mistaken;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource whose origin no browser sends. */
@Path("drafts")
@CorsPolicy(origins = "https://drafts.example/")
public class Drafts {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "drafts";
  }
}
