package dev.jaxrscors.products.identity;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * Where users log in. They come here themselves, and go back with a code: no script of another
 * origin has anything to read, so there is no CORS policy.
 */
@Path("realms/{realm}/protocol/openid-connect/auth")
@Produces(MediaType.TEXT_HTML)
public class AuthorizationEndpoint {

  /** Its form is posted to where it is, with the parameters of the client. */
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <title>Log in</title>
      <form method="post">
        <label>Name <input name="username" autocomplete="username" required></label>
        <label>Password
          <input name="password" type="password" autocomplete="current-password" required></label>
        <button>Log in</button>
      </form>
      """;

  private final Realms realms;
  private final Accounts accounts;
  private final Grants grants;
  private final Tokens tokens;

  AuthorizationEndpoint(Realms realms, Accounts accounts, Grants grants, Tokens tokens) {
    this.realms = realms;
    this.accounts = accounts;
    this.grants = grants;
    this.tokens = tokens;
  }

  /** Shows the page. */
  @GET
  public Response page(
      @PathParam("realm") String realm, @BeanParam AuthorizationRequest authorization) {
    authorization.check(realms.existing(realm));
    return page(Status.OK);
  }

  /** Sends the user back with a code, or shows the page again. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logIn(
      @PathParam("realm") String realm, @BeanParam AuthorizationRequest authorization, Form form) {
    authorization.check(realms.existing(realm));
    String user = form.optional("username");
    if (!accounts.isUser(realm, user, form.optional("password"))) {
      return page(Status.FORBIDDEN);
    }
    String code = grants.code(authorization.loggedIn(realm, user));
    return authorization.redirect(tokens.issuer(realm), code);
  }

  /** No other site may show it in a frame, to have its users click what they do not see. */
  private static Response page(Status status) {
    return Response.status(status)
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Cache-Control", "no-store")
        .entity(PAGE)
        .build();
  }
}
