package dev.jaxrscors.contract.operated;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource whose policy is in configuration. */
@Path("stock")
@Produces("text/plain")
@CorsPolicy("stock")
public class Stock {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "stock";
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
