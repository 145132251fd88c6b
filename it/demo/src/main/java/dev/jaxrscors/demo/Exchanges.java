package dev.jaxrscors.demo;

import dev.jaxrscors.CorsPolicy;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What was recorded. Every page may read it that knows the id, and so the stranger too: a page
 * shows what happened just when the browser kept it from the page.
 */
@Path("exchanges")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(Catalogue.PUBLIC)
public class Exchanges {

  private final Recorder recorder;

  @Inject
  Exchanges(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * {@return the exchanges with this id, the oldest first}
   *
   * @param id that in their URLs
   */
  @GET
  @Path("{id: " + Recorder.ID + "}")
  public Response recorded(@PathParam("id") String id) {
    List<Exchange> exchanges = recorder.exchanges(id);
    return Response.ok(exchanges).header("Cache-Control", "no-store").build();
  }
}
