package dev.jaxrscors.contract.secured;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What stands behind the constraints of web.xml. */
@Path("constrained/{constraint}")
@Produces("text/plain")
@CorsPolicy(
    origins = "https://app.example.com",
    allowedHeaders = {CorsPolicy.DERIVED, "Authorization"})
public class Constrained {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return "constrained";
  }
}
