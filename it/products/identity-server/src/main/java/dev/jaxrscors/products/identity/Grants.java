package dev.jaxrscors.products.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What clients get tokens for. */
final class Grants {

  private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
  private static final Duration REFRESH_LIFETIME = Duration.ofMinutes(30);

  private final OneTimeKeys<PendingLogin> codes = new OneTimeKeys<>(CODE_LIFETIME);
  private final OneTimeKeys<Login> refreshing = new OneTimeKeys<>(REFRESH_LIFETIME);
  private final Tokens tokens;

  Grants(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Returns a code that a client gets tokens for. */
  String code(PendingLogin login) {
    return codes.give(login);
  }

  /** Returns tokens for what the form of a client asks. */
  Map<String, Object> tokens(String realm, Client client, Form form) {
    String type = form.required("grant_type");
    return switch (type) {
      case "authorization_code" -> tokens(client, pending(realm, client, form));
      case "refresh_token" -> tokens(client, refreshed(realm, client, form));
      case "client_credentials" -> ownTokens(realm, client);
      default -> throw OAuthException.badRequest("unsupported_grant_type", type + " is not known");
    };
  }

  private Login pending(String realm, Client client, Form form) {
    String redirectUri = form.required("redirect_uri");
    String verifier = form.required("code_verifier");
    return codes
        .redeem(form.required("code"))
        .filter(pending -> pending.login().isOf(realm, client))
        .filter(pending -> pending.redirectUri().equals(redirectUri))
        .filter(pending -> Secrets.isVerifier(verifier, pending.challenge()))
        .map(PendingLogin::login)
        .orElseThrow(() -> invalidGrant("the code is not good, or no longer"));
  }

  private Login refreshed(String realm, Client client, Form form) {
    return redeemed(realm, form)
        .filter(login -> login.isOf(realm, client))
        .orElseThrow(() -> invalidGrant("the refresh token is not good, or no longer"));
  }

  private Optional<Login> redeemed(String realm, Form form) {
    String token = form.required("refresh_token");
    return tokens.of(realm).refreshKey(token).flatMap(refreshing::redeem);
  }

  private static OAuthException invalidGrant(String description) {
    return OAuthException.badRequest("invalid_grant", description);
  }

  private Map<String, Object> tokens(Client client, Login login) {
    RealmTokens ofRealm = tokens.of(login.realm());
    Map<String, Object> answer = bearer(ofRealm.access(login.user(), client));
    answer.put("id_token", ofRealm.identity(login));
    answer.put(
        "refresh_token", ofRealm.refresh(login.user(), refreshing.give(login), REFRESH_LIFETIME));
    return answer;
  }

  /** Returns a token for a client that acts for itself. */
  private Map<String, Object> ownTokens(String realm, Client client) {
    if (client.isPublic()) {
      throw OAuthException.badRequest(
          "unauthorized_client", "a client without a secret is no user");
    }
    return bearer(tokens.of(realm).access(client.id(), client));
  }

  private static Map<String, Object> bearer(String token) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", RealmTokens.LIFETIME.toSeconds());
    return answer;
  }

  /** Forgets what the form of a client names. */
  void logout(String realm, Form form) {
    redeemed(realm, form);
  }
}
