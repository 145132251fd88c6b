package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The usual resource: one policy for the class, a method that is narrower. */
@Path("orders")
@Produces("text/plain")
@CorsPolicy(
    origins = {"https://app.example.com", "https://*.example.org"},
    exposedHeaders = "X-Total",
    credentials = Credentials.ALLOW)
public class Orders {

  /**
   * Lists.
   *
   * @return always the same
   */
  @GET
  public String list() {
    Calls.count("Orders.list");
    return "orders";
  }

  /**
   * Adds.
   *
   * @param order the order
   * @return always the same
   */
  @POST
  @Consumes("text/plain")
  public String add(String order) {
    Calls.count("Orders.add");
    return "added";
  }

  /**
   * Replaces.
   *
   * @param id which one
   * @param key the key of the client
   * @param order the order
   * @return always the same
   */
  @PUT
  @Path("{id}")
  @Consumes("application/json")
  public String replace(
      @PathParam("id") String id, @HeaderParam("X-Api-Key") String key, String order) {
    Calls.count("Orders.replace");
    return "replaced";
  }

  /**
   * Deletes: no page may.
   *
   * @param id which one
   */
  @DELETE
  @Path("{id}")
  @CorsPolicy(origins = CorsPolicy.NONE)
  public void delete(@PathParam("id") String id) {
    Calls.count("Orders.delete");
  }
}
