package dev.jaxrscors.contract.layers;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Leads to items, as far as there are any. */
@Path("located")
@CorsPolicy(origins = "https://app.example.com")
public class Located {

  /**
   * Leads to an item.
   *
   * @param id 0, which there is none of, or any other
   * @return the item
   */
  @Path("{id}")
  public Item item(@PathParam("id") int id) {
    if (id == 0) {
      throw new NotFoundException();
    }
    return new Item();
  }

  /** An item. */
  public static class Item {

    /**
     * Returns it.
     *
     * @return it
     */
    @GET
    public String get() {
      return "item";
    }
  }
}
