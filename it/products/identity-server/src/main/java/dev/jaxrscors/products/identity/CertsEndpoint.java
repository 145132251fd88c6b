package dev.jaxrscors.products.identity;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Gives the keys that the tokens of a realm are verified with; caches may keep them. */
@Path("realms/{realm}/protocol/openid-connect/certs")
@Produces(MediaType.APPLICATION_JSON)
@CorsPolicy(CrossOrigin.REALM)
public class CertsEndpoint {

  static final String KEPT = "public, max-age=3600";

  private final Realms realms;
  private final Tokens tokens;

  CertsEndpoint(Realms realms, Tokens tokens) {
    this.realms = realms;
    this.tokens = tokens;
  }

  /** Answers with a set of keys. */
  @GET
  public Response get(@PathParam("realm") String realm) {
    realms.existing(realm);
    return Response.ok(tokens.of(realm).publicKeys())
        .header(HttpHeaders.CACHE_CONTROL, KEPT)
        .build();
  }
}
