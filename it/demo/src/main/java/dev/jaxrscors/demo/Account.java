package dev.jaxrscors.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/**
 * Who is logged in, by a bearer token. A page may send {@code Authorization}, because a role guards
 * this. The policy is that of {@link Shop}: a token that a script sets is no credential of the
 * browser's.
 */
@Path("account")
@RolesAllowed(TokenFilter.CUSTOMER)
public class Account {

  /** Makes the resource. */
  public Account() {}

  /**
   * {@return the name of the customer}
   *
   * @param security who is logged in
   */
  @GET
  @Produces(MediaType.TEXT_PLAIN)
  public String name(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }
}
