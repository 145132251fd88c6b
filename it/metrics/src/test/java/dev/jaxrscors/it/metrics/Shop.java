package dev.jaxrscors.it.metrics;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What pages of one origin may call. */
@Path("shop/{id}")
@CorsPolicy(origins = Server.APP)
public class Shop {

  @GET
  public String get(@PathParam("id") String id) {
    return id;
  }

  @PUT
  public void put(@PathParam("id") String id, String text) {}
}
