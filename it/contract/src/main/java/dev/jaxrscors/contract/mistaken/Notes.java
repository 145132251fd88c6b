package dev.jaxrscors.contract.mistaken;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that is for everybody, with credentials. */
@Path("notes")
@CorsPolicy(origins = "*", credentials = Credentials.ALLOW)
public class Notes {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String read() {
    return "notes";
  }
}
