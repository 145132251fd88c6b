package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** A resource without a policy that answers preflights by hand, on its own path and below. */
@Path("by-hand")
public class ByHand {

  /** Does nothing. */
  @DELETE
  public void delete() {}

  /**
   * Answers preflights.
   *
   * @return whom it allows
   */
  @OPTIONS
  public Response options() {
    return allowing("https://hand.example.com");
  }

  /**
   * Does nothing.
   *
   * @param id any number
   */
  @DELETE
  @Path("{id: \\d+}")
  public void deleteItem(@PathParam("id") String id) {}

  /**
   * Answers preflights.
   *
   * @param id any number
   * @return whom it allows
   */
  @OPTIONS
  @Path("{id: \\d+}")
  public Response itemOptions(@PathParam("id") String id) {
    return allowing("https://hand.example.com/" + id);
  }

  private static Response allowing(String what) {
    Calls.count("ByHand");
    return Response.ok().header("Access-Control-Allow-Origin", what).build();
  }
}
