package dev.jaxrscors.contract.doors;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;

/** A resource with a policy of its own. */
@Path("governed")
@Produces("text/plain")
@CorsPolicy(origins = DoorsApplication.APP)
public class Governed {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    return Calls.counted("governed");
  }

  /**
   * Takes a text.
   *
   * @param text the text
   */
  @PUT
  @Consumes("text/plain")
  public void put(String text) {
    Calls.count("put");
  }

  /**
   * Answers later.
   *
   * @param response the response
   */
  @GET
  @Path("later")
  public void later(@Suspended AsyncResponse response) {
    new Thread(() -> response.resume("later")).start();
  }

  /**
   * Fails.
   *
   * @return never
   */
  @GET
  @Path("boom")
  public String boom() {
    throw new IllegalStateException("boom");
  }
}
