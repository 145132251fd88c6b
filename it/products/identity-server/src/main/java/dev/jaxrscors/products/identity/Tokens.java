package dev.jaxrscors.products.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of all realms. */
final class Tokens {

  private static final String SCHEME = "bearer ";

  private final URI address;
  private final Map<String, RealmTokens> byRealm = new ConcurrentHashMap<>();

  /**
   * Makes keys when they are asked for.
   *
   * @param address where the realms are: the issuer of a token is no header of a request
   */
  Tokens(URI address) {
    this.address = address;
  }

  /** Returns what identifies a realm, and is the beginning of its endpoints. */
  String issuer(String realm) {
    return address.resolve("/realms/" + realm).toString();
  }

  /** Returns the tokens of a realm that exists. */
  RealmTokens of(String realm) {
    return byRealm.computeIfAbsent(realm, name -> new RealmTokens(issuer(name)));
  }

  /**
   * Returns what the token in a header says if it is a good one of a realm. For a realm that nobody
   * has got a token of no key is made: strangers make up names.
   *
   * @param authorization the value of {@code Authorization}, whatever it holds
   */
  Optional<AccessToken> bearer(String realm, String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byRealm.get(realm))
        .flatMap(tokens -> tokens.access(authorization.substring(SCHEME.length()).strip()));
  }
}
