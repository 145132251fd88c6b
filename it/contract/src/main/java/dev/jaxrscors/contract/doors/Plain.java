package dev.jaxrscors.contract.doors;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource without a policy. */
@Path("plain")
@Produces("text/plain")
public class Plain {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return Calls.counted("plain");
  }

  /**
   * Answers what is no preflight.
   *
   * @return always the same
   */
  @OPTIONS
  public String options() {
    return Calls.counted("options");
  }
}
