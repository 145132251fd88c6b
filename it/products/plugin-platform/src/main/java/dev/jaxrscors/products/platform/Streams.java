package dev.jaxrscors.products.platform;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Streams of messages, which the platform itself is for. */
@Path("streams")
@Produces(MediaType.APPLICATION_JSON)
public class Streams {

  /** Makes the resource. */
  public Streams() {}

  /** {@return all streams} */
  @GET
  public String list() {
    return "[\"all\"]";
  }

  /**
   * {@return a stream}
   *
   * @param name its name
   */
  @GET
  @Path("{name}")
  public String read(@PathParam("name") String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  /**
   * {@return where a new stream is}
   *
   * @param stream the stream
   */
  @POST
  public Response create(String stream) {
    return Response.created(URI.create("streams/new")).build();
  }
}
