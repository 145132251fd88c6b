package dev.jaxrscors.contract.forgotten;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A resource with a default for development, which no environment replaces. */
@Path("preview")
@Produces("text/plain")
@CorsPolicy(origins = "${preview.origins:http://localhost:5000}")
public class Preview {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "preview";
  }
}
