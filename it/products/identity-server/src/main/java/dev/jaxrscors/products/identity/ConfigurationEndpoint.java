package dev.jaxrscors.products.identity;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * Says where everything of a realm is; that is no secret.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 */
@Path("realms/{realm}/.well-known/openid-configuration")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(origins = CorsPolicy.ANY)
public class ConfigurationEndpoint {

  private final Realms realms;
  private final Tokens tokens;

  ConfigurationEndpoint(Realms realms, Tokens tokens) {
    this.realms = realms;
    this.tokens = tokens;
  }

  /** Answers with what clients look for first. */
  @GET
  public Response get(@PathParam("realm") String realm) {
    realms.existing(realm);
    String issuer = tokens.issuer(realm);
    String protocol = issuer + "/protocol/openid-connect/";
    Map<String, Object> configuration =
        Map.of(
            "issuer",
            issuer,
            "authorization_endpoint",
            protocol + "auth",
            "token_endpoint",
            protocol + "token",
            "userinfo_endpoint",
            protocol + "userinfo",
            "jwks_uri",
            protocol + "certs",
            "response_types_supported",
            List.of("code"),
            "response_modes_supported",
            List.of("query", "fragment"),
            "code_challenge_methods_supported",
            List.of("S256"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("ES256"));
    return Response.ok(configuration).header(HttpHeaders.CACHE_CONTROL, CertsEndpoint.KEPT).build();
  }
}
