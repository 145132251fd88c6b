package dev.jaxrscors.products.identity;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import java.util.Optional;

/**
 * Allows the origins that the token itself lists, which are those of the client that it was issued
 * to. A preflight has no token, and a 401 no good one: both are for any client of the realm.
 */
final class TokenOrigins implements OriginSource {

  private final Tokens tokens;
  private final OriginSource anyClient;

  TokenOrigins(Tokens tokens, OriginSource anyClient) {
    this.tokens = tokens;
    this.anyClient = anyClient;
  }

  @Override
  public boolean allows(Origin origin, Target target) {
    return token(target)
        .map(token -> token.webOrigins().allows(origin))
        .orElseGet(() -> anyClient.allows(origin, target));
  }

  private Optional<AccessToken> token(Target target) {
    return target.isPreflight()
        ? Optional.empty()
        : target
            .pathParameter("realm")
            .flatMap(
                realm ->
                    target
                        .header("Authorization")
                        .flatMap(authorization -> tokens.bearer(realm, authorization)));
  }

  @Override
  public String remedy(Origin origin, Target target) {
    return anyClient.remedy(origin, target);
  }
}
