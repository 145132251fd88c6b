package dev.jaxrscors.contract.app;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;

/** What classes with names as containers give them inherit from: wider than any of them. */
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public abstract class Vault {

  /**
   * Answers.
   *
   * @return always the same
   */
  @GET
  public String get() {
    Calls.count("Vault.get");
    return "vault";
  }

  /** Deletes. */
  @DELETE
  public void delete() {
    Calls.count("Vault.delete");
  }
}
