package dev.jaxrscors.products.identity;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where clients get tokens, and give them back. Who they are stands in the form, so that whose
 * pages may read the answer is known here first.
 */
@Path("realms/{realm}/protocol/openid-connect")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(CrossOrigin.FORM)
public class TokenEndpoint {

  private static final String ORIGIN = "Origin";

  private final Realms realms;
  private final Grants grants;

  TokenEndpoint(Realms realms, Grants grants) {
    this.realms = realms;
    this.grants = grants;
  }

  /** Gives tokens for a code, for a token that refreshes, or for a secret. */
  @POST
  @Path("token")
  public Response token(
      @PathParam("realm") String realm, @HeaderParam(ORIGIN) @Nullable String origin, Form form) {
    return answer(
        realm,
        origin,
        form,
        (client, fields) ->
            Response.ok(grants.tokens(realm, client, fields))
                .header(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  /** Forgets a token that refreshes. */
  @POST
  @Path("logout")
  public Response logout(
      @PathParam("realm") String realm, @HeaderParam(ORIGIN) @Nullable String origin, Form form) {
    return answer(
        realm,
        origin,
        form,
        (client, fields) -> {
          grants.logout(realm, fields);
          return Response.noContent();
        });
  }

  /** What a client that has said who it is gets. */
  private interface Service {
    ResponseBuilder answer(Client client, Form form);
  }

  private Response answer(String realm, @Nullable String origin, Form form, Service service) {
    Client client = realms.existing(realm).client(form.optional("client_id")).orElse(null);
    ResponseBuilder response;
    try {
      response = service.answer(authenticated(client, form), form);
    } catch (OAuthException e) {
      response = Response.fromResponse(e.getResponse());
    }
    return CrossOrigin.onlyFor(client, origin, response).build();
  }

  private static Client authenticated(@Nullable Client client, Form form) {
    form.required("client_id");
    if (client != null && (client.isPublic() || client.hasSecret(form.optional("client_secret")))) {
      return client;
    }
    throw OAuthException.invalidClient();
  }
}
