package dev.jaxrscors.products.identity;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a client says when it sends its user here to log in. */
@SuppressWarnings("NullAway.Init") // The runtime sets the fields: each has a default.
public final class AuthorizationRequest {

  private static final String CHALLENGE_METHOD = "S256";

  @QueryParam("client_id")
  @DefaultValue("")
  String clientId;

  @QueryParam("redirect_uri")
  @DefaultValue("")
  String redirectUri;

  @QueryParam("response_type")
  @DefaultValue("")
  String responseType;

  @QueryParam("response_mode")
  @DefaultValue("query")
  String responseMode;

  @QueryParam("state")
  @DefaultValue("")
  String state;

  @QueryParam("nonce")
  @DefaultValue("")
  String nonce;

  @QueryParam("code_challenge")
  @DefaultValue("")
  String challenge;

  @QueryParam("code_challenge_method")
  @DefaultValue("")
  String challengeMethod;

  /** Makes a request; the runtime sets its fields. */
  public AuthorizationRequest() {}

  /**
   * Checks that a code would go to the client, and be of use to nobody else.
   *
   * @throws OAuthException if not; the user is sent nowhere
   */
  void check(Realm realm) {
    Client client = realm.client(clientId).orElseThrow(OAuthException::invalidClient);
    if (!client.redirectUris().contains(redirectUri)) {
      throw invalid("redirect_uri is none of the client");
    }
    if (!responseType.equals("code")) {
      throw invalid("response_type has to be code");
    }
    if (!challengeMethod.equals(CHALLENGE_METHOD) || challenge.isEmpty()) {
      throw invalid("code_challenge has to be there, by the method " + CHALLENGE_METHOD);
    }
  }

  private static OAuthException invalid(String description) {
    return OAuthException.badRequest("invalid_request", description);
  }

  PendingLogin loggedIn(String realm, String user) {
    return new PendingLogin(new Login(realm, clientId, user, nonce), redirectUri, challenge);
  }

  /** Sends the user back, with a code. */
  Response redirect(String issuer, String code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", state);
    parameters.put("iss", issuer);
    parameters.put("code", code);
    String encoded =
        parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return Response.seeOther(URI.create(redirectUri + separator() + encoded)).build();
  }

  private String separator() {
    if (responseMode.equals("fragment")) {
      return "#";
    }
    return redirectUri.contains("?") ? "&" : "?";
  }
}
