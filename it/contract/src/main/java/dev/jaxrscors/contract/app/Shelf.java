package dev.jaxrscors.contract.app;

import jakarta.ws.rs.Path;

/** A sub-resource that leads to another. */
public class Shelf {

  /**
   * Leads on.
   *
   * @return an item
   */
  @Path("item")
  public Item item() {
    return new Item();
  }
}
