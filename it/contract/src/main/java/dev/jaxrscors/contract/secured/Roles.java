package dev.jaxrscors.contract.secured;

import dev.jaxrscors.CorsPolicy;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What a role guards, by an annotation. */
@Path("roles")
@Produces("text/plain")
@CorsPolicy(origins = "https://app.example.com")
public class Roles {

  /**
   * Answers users.
   *
   * @return always the same
   */
  @GET
  @RolesAllowed("user")
  public String get() {
    return "roles";
  }

  /**
   * Answers everybody.
   *
   * @return always the same
   */
  @GET
  @Path("open")
  @PermitAll
  public String open() {
    return "open";
  }
}
