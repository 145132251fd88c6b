package dev.jaxrscors.contract.inheritedpath;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** An interface with a path, and a policy that goes before no nearer one. */
@Path("rentals")
@CorsPolicy(origins = "https://wide.example.com")
public interface RentalsApi {

  /**
   * Answers.
   *
   * @return what was asked for
   */
  @GET
  @Produces("text/plain")
  String list();

  /** Changes. */
  @PUT
  void replace();
}
