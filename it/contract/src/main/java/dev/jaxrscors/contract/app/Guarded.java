package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What stands behind a filter: after the match, or before it. */
@Path("{filter: guarded|gated|closed}")
@Produces("text/plain")
@CorsPolicy(
    origins = "https://app.example.com",
    allowedHeaders = {CorsPolicy.DERIVED, "Authorization"})
public class Guarded {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    Calls.count("Guarded.get");
    return "guarded";
  }
}
