package dev.jaxrscors.products.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tokens of one realm, signed with a key of its own. */
final class RealmTokens {

  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String WEB_ORIGINS = "allowed-origins";
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final JOSEObjectType REFRESH_TOKEN = new JOSEObjectType("refresh+jwt");

  private final String issuer;
  private final ECKey key;
  private final JWTProcessor<SecurityContext> accessTokens;
  private final JWTProcessor<SecurityContext> refreshTokens;

  RealmTokens(String issuer) {
    this.issuer = issuer;
    this.key = generated();
    this.accessTokens = verifier(ACCESS_TOKEN, WEB_ORIGINS);
    this.refreshTokens = verifier(REFRESH_TOKEN, JWTClaimNames.JWT_ID);
  }

  private JWTProcessor<SecurityContext> verifier(JOSEObjectType type, String claim) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(type));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, new ImmutableJWKSet<>(new JWKSet(key))));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", claim)));
    return processor;
  }

  private static ECKey generated() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key can be made", e);
    }
  }

  /** Returns what anybody needs to verify a token. */
  Map<String, Object> publicKeys() {
    return new JWKSet(key).toPublicJWKSet().toJSONObject();
  }

  /** Returns a token that says who calls, and from which pages that may be. */
  String access(String user, Client client) {
    return signed(
        ACCESS_TOKEN,
        claims(user, LIFETIME)
            .claim("azp", client.id())
            .claim(WEB_ORIGINS, client.webOrigins().entries()));
  }

  /** Returns a token that tells a client who its user is. */
  String identity(Login login) {
    JWTClaimsSet.Builder claims = claims(login.user(), LIFETIME).audience(login.clientId());
    if (!login.nonce().isEmpty()) {
      claims.claim("nonce", login.nonce());
    }
    return signed(JOSEObjectType.JWT, claims);
  }

  /** Returns a token that is good once, as long as its key is kept: scripts read when it ends. */
  String refresh(String user, String key, Duration lifetime) {
    return signed(REFRESH_TOKEN, claims(user, lifetime).jwtID(key));
  }

  private JWTClaimsSet.Builder claims(String user, Duration lifetime) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(user)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(lifetime)));
  }

  private String signed(JOSEObjectType type, JWTClaimsSet.Builder claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(key.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
    return token.serialize();
  }

  /** Returns what a token says if this realm has issued it for access, and it is still good. */
  Optional<AccessToken> access(String token) {
    return claims(accessTokens, token)
        .map(
            claims ->
                new AccessToken(
                    claims.getSubject(), WebOrigins.of(list(claims, WEB_ORIGINS), List.of())));
  }

  /** Returns the key in a token that refreshes; none if this realm has not issued it. */
  Optional<String> refreshKey(String token) {
    return claims(refreshTokens, token).map(JWTClaimsSet::getJWTID);
  }

  private static Optional<JWTClaimsSet> claims(
      JWTProcessor<SecurityContext> processor, String token) {
    try {
      return Optional.of(processor.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static List<String> list(JWTClaimsSet claims, String name) {
    try {
      return claims.getStringListClaim(name);
    } catch (ParseException e) {
      throw new IllegalStateException("this realm has signed it", e);
    }
  }
}
