package dev.jaxrscors.contract.app;

import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;

/** A sub-resource without a policy: that of the parent holds. */
@Produces("text/plain")
public class Item {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    Calls.count("Item.get");
    return "item";
  }

  /**
   * Replaces.
   *
   * @param mark a header
   * @param item the item
   * @return always the same
   */
  @PUT
  @Consumes("text/plain")
  public String put(@HeaderParam("X-Mark") String mark, String item) {
    Calls.count("Item.put");
    return "replaced";
  }
}
