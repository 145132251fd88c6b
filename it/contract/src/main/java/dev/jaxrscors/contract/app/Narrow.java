package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** A policy that allows fewer methods than the resource has. */
@Path("narrow")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com", methods = "GET")
public class Narrow {

  /**
   * Answers.
   *
   * @return its name
   */
  @GET
  public String get() {
    Calls.count("Narrow.get");
    return "narrow";
  }

  /** Pages of other origins may not post. */
  @POST
  public void post() {
    Calls.count("Narrow.post");
  }

  /** Nor may they change anything. */
  @PATCH
  public void patch() {
    Calls.count("Narrow.patch");
  }
}
