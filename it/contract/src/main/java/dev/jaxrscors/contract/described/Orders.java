package dev.jaxrscors.contract.described;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A resource with a policy of configuration, and one of its own for one method. */
@Path("orders")
@Produces("text/plain")
@CorsPolicy(value = "shop", credentials = Credentials.ALLOW, exposedHeaders = "ETag")
public class Orders {

  /** Makes the resource. */
  public Orders() {}

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String list() {
    return "orders";
  }

  /**
   * Takes whatever it is sent.
   *
   * @param id the order
   * @param key a header
   * @param order what it is sent
   */
  @PUT
  @Path("{id: \\d{1,9}}")
  @Consumes("text/plain")
  public void replace(
      @PathParam("id") String id, @HeaderParam("X-Api-Key") String key, String order) {}

  /**
   * Does nothing.
   *
   * @param id the order
   */
  @DELETE
  @Path("{id: \\d{1,9}}")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public void delete(@PathParam("id") String id) {}
}
