package dev.jaxrscors.benchmarks.dispatch;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A resource with a policy, which nothing but this library looks at. */
@CorsPolicy(origins = Call.ALLOWED, credentials = Credentials.ALLOW)
@Path("orders")
@Produces("text/plain")
public class Orders {

  /**
   * {@return one order}
   *
   * @param id which
   */
  @GET
  @Path("{id}")
  public String read(@PathParam("id") String id) {
    return id;
  }

  /**
   * Replaces one order.
   *
   * @param id which
   * @param key of whoever asks
   * @param order the new one
   */
  @PUT
  @Path("{id}")
  public void replace(
      @PathParam("id") String id, @HeaderParam("X-Api-Key") String key, String order) {}
}
