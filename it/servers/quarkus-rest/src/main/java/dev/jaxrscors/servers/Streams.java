package dev.jaxrscors.servers;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What Quarkus REST streams, and has no response filter look at. */
@Path("streams")
@CorsPolicy(origins = "https://app.example.com")
public class Streams {

  /** Sends events. */
  @GET
  @Path("events")
  @Produces("text/event-stream")
  public Multi<String> events() {
    return text();
  }

  /** Sends text. */
  @GET
  @Path("text")
  @Produces("text/plain")
  public Multi<String> text() {
    return Multi.createFrom().items("first", "second");
  }

  /** Sends text, but to nobody who may not read it. */
  @GET
  @Path("rejecting")
  @Produces("text/plain")
  @CorsPolicy(refusal = Refusal.REJECT)
  public Multi<String> rejecting() {
    return text();
  }
}
