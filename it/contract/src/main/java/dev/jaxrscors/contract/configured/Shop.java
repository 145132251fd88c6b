package dev.jaxrscors.contract.configured;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose policy has a name, and is declared in configuration alone. */
@Path("shop")
@Produces("text/plain")
@CorsPolicy("shop")
public class Shop {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "shop";
  }

  /**
   * Takes whatever it is sent.
   *
   * @param text what it is sent
   */
  @PUT
  @Consumes("text/plain")
  public void replace(String text) {}
}
