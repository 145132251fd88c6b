package dev.jaxrscors.products.identity;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsRequest;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Which pages may call which endpoint. */
final class CrossOrigin {

  /** For what is the same for every client: the origins of all clients of the realm. */
  static final String REALM = "realm";

  /** For what takes a form that names the client: the same, until {@link #onlyFor} has read it. */
  static final String FORM = "form";

  /** For what takes a token: the origins that it lists. */
  static final String TOKEN = "token";

  private CrossOrigin() {}

  static CorsSetup setup(Realms realms, Tokens tokens) {
    OriginSource anyClient = new RealmOrigins(realms, WebOrigins::allows);
    return CorsSetup.builder()
        .policy(REALM, Policy.builder().originSource(anyClient).build())
        .policy(
            FORM,
            Policy.builder()
                .originSource(new RealmOrigins(realms, WebOrigins::names))
                .credentials(Credentials.ALLOW)
                .build())
        .policy(
            TOKEN,
            Policy.builder()
                .originSource(new TokenOrigins(tokens, anyClient))
                .exposedHeaders(HttpHeaders.WWW_AUTHENTICATE)
                .build())
        .build();
  }

  /**
   * Takes back what other clients of the realm are granted.
   *
   * @param client the client that the form names, null if there is none of that name
   * @param origin the value of {@code Origin}, whatever it holds
   */
  static ResponseBuilder onlyFor(
      @Nullable Client client, @Nullable String origin, ResponseBuilder response) {
    Origin page = origin == null ? null : Origin.parse(origin);
    return client != null && page != null && client.webOrigins().names(page)
        ? response
        : CorsRequest.withhold(response);
  }
}
