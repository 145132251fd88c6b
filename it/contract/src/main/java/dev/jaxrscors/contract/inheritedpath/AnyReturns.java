package dev.jaxrscors.contract.inheritedpath;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A superclass with a path, and a policy that goes before no nearer one. */
@Path("returns")
@CorsPolicy(origins = "https://wide.example.com")
public abstract class AnyReturns {

  /**
   * Answers.
   *
   * @return what was asked for
   */
  @GET
  @Produces("text/plain")
  public String list() {
    return "returns";
  }

  /** Changes. */
  @PUT
  public void replace() {
    Calls.count("Returns.replace");
  }
}
