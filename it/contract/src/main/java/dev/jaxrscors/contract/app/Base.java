package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;

/** A superclass with the annotations that {@link Inheriting} inherits. */
@CorsPolicy(origins = "https://base.example.com")
public abstract class Base {

  /**
   * Answers.
   *
   * @return which one did
   */
  @GET
  @Produces("text/plain")
  public abstract String get();

  /**
   * Deletes.
   *
   * @return which one did
   */
  @DELETE
  @Produces("text/plain")
  @CorsPolicy(origins = "https://delete.example.com")
  public String delete() {
    return "base";
  }
}
