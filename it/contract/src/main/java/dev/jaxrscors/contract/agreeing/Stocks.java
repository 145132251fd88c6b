package dev.jaxrscors.contract.agreeing;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource with another policy, for the same origin. */
@Path("stocks")
@CorsPolicy(origins = "https://app.example.com", methods = "GET", maxAge = 5)
public class Stocks {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "stocks";
  }
}
