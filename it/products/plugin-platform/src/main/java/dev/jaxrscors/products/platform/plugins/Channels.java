package dev.jaxrscors.products.platform.plugins;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How people are told. */
@Path("channels/{name}")
@Produces(MediaType.APPLICATION_JSON)
public class Channels {

  /** Makes the resource. */
  public Channels() {}

  /**
   * {@return a channel}
   *
   * @param name its name
   */
  @GET
  public String read(@PathParam("name") String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  /**
   * Replaces a channel.
   *
   * @param name its name
   * @param channel the channel
   */
  @PUT
  public void replace(@PathParam("name") String name, String channel) {}
}
