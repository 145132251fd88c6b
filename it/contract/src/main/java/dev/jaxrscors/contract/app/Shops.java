package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;

/** A root resource of locators of every kind; the policy of what they lead to stands here. */
@Path("shops")
@CorsPolicy(origins = "https://app.example.com")
public class Shops {

  /**
   * Says by its type where it leads.
   *
   * @return an item
   */
  @Path("typed/{id}")
  public Item typed() {
    return new Item();
  }

  /**
   * Leaves it to the runtime to make one.
   *
   * @return the class of an item
   */
  @Path("class/{id}")
  public Class<Item> byClass() {
    return Item.class;
  }

  /**
   * Says nothing of where it leads.
   *
   * @return an item
   */
  @Path("object/{id}")
  public Object object() {
    return new Item();
  }

  /**
   * Leads to a resource with a policy of its own.
   *
   * @return that resource
   */
  @Path("own/{id}")
  public OwnItem own() {
    return new OwnItem();
  }

  /**
   * Leads to another locator.
   *
   * @return a shelf
   */
  @Path("shelf")
  public Shelf shelf() {
    return new Shelf();
  }

  /**
   * Finds nothing.
   *
   * @return never
   */
  @Path("gone")
  public Item gone() {
    throw new NotFoundException();
  }

  /**
   * Lets nobody pass.
   *
   * @return never
   */
  @Path("denied")
  public Item denied() {
    throw new WebApplicationException(401);
  }
}
