package dev.jaxrscors.contract.agreeing;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource with a locator. */
@Path("prices")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public class Prices {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "prices";
  }

  /**
   * Takes what it is sent.
   *
   * @param json what it is sent
   */
  @POST
  @Consumes("application/json")
  public void add(String json) {}

  /**
   * Finds nothing.
   *
   * @return never
   */
  @Path("gone")
  public Stocks gone() {
    throw new NotFoundException();
  }
}
