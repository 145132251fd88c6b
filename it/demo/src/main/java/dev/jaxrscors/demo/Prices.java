package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The prices: the shop's pages may read them. What changes them is there for the shop's own
 * programs, which are no pages, so the policy leaves it out.
 */
@Path("prices")
@CorsPolicy(methods = "GET")
public class Prices {

  /** Makes the resource. */
  public Prices() {}

  /** {@return the prices} */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String read() {
    return "tea 3.50";
  }

  /**
   * Changes nothing, since this is a demo: a page that gets here was let through.
   *
   * @param price the price
   */
  @PATCH
  @Consumes(MediaType.TEXT_PLAIN)
  public void change(String price) {}
}
