package dev.jaxrscors.contract.dollars;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.contract.app.Anyone;
import dev.jaxrscors.wire.Calls;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** A class as the Scala compiler names one: the policy is its own. */
@Path("vaults/anonymous")
@CorsPolicy(origins = "https://app.example.com")
public class Status$$anon$1 extends Anyone {

  /** Changes. */
  @PUT
  public void put() {
    Calls.count("Status.put");
  }
}
