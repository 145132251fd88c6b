package dev.jaxrscors.products.identity;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whoever has a token whose it is. */
@Path("realms/{realm}/protocol/openid-connect/userinfo")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(CrossOrigin.TOKEN)
public class UserInfoEndpoint {

  private final Realms realms;
  private final Tokens tokens;

  UserInfoEndpoint(Realms realms, Tokens tokens) {
    this.realms = realms;
    this.tokens = tokens;
  }

  /** Answers with the name of the user. */
  @GET
  public Response get(
      @PathParam("realm") String realm,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    realms.existing(realm);
    if (authorization == null) {
      throw unauthorized(realm, "", "invalid_request", "there is no token");
    }
    AccessToken token =
        tokens
            .bearer(realm, authorization)
            .orElseThrow(
                () ->
                    unauthorized(
                        realm,
                        ", error=\"invalid_token\"",
                        "invalid_token",
                        "the token is not good, or no longer"));
    return Response.ok(Map.of("sub", token.user(), "preferred_username", token.user()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static OAuthException unauthorized(
      String realm, String error, String code, String description) {
    return OAuthException.unauthorized("Bearer realm=\"" + realm + '"' + error, code, description);
  }
}
