package dev.jaxrscors.products.identity;

import static dev.jaxrscors.products.identity.App.BOOKS;
import static dev.jaxrscors.products.identity.App.KIOSK;
import static dev.jaxrscors.products.identity.App.OPEN;
import static dev.jaxrscors.products.identity.App.SHOP;
import static dev.jaxrscors.products.identity.App.STRANGER;
import static dev.jaxrscors.products.identity.App.TILL;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complaint: who may read depends on the token, and neither caches nor attackers are thought of.
 */
@ExtendWith(ProductExtension.class)
class UserInfoTest {

  private static final String VARY = "Vary: Origin, Authorization";

  private final Product product;

  UserInfoTest(Product product) {
    this.product = product;
  }

  /** What a policy has looked at once is in every Vary from then on. */
  @BeforeEach
  void look() {
    userInfo(SHOP, SHOP.page(), "Bearer none");
  }

  private Reply userInfo(App app, String page, String authorization) {
    return product.send(
        Request.get(app.endpoint("userinfo"), page).with("Authorization", authorization));
  }

  private static List<String> sharedWith(String page) {
    return List.of(
        "Access-Control-Allow-Origin: " + page,
        "Access-Control-Expose-Headers: WWW-Authenticate",
        VARY);
  }

  private static void assertNotShared(Reply reply) {
    assertThat(reply.cors()).containsExactly(VARY);
  }

  @Test
  void the_pages_that_the_token_lists_read_whose_it_is() {
    Reply reply = userInfo(SHOP, SHOP.page(), "Bearer " + product.accessToken(SHOP));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(Product.json(reply).path("sub").asText()).isEqualTo(App.USER);
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://till.example", "https://books.example", STRANGER})
  void others_do_not_not_even_another_client_of_the_realm(String page) {
    Reply reply = userInfo(SHOP, page, "Bearer " + product.accessToken(SHOP));
    assertThat(reply.status()).isEqualTo(200);
    assertNotShared(reply);
  }

  @Test
  void a_response_without_origin_varies_by_the_token_too() {
    Reply reply =
        product.send(
            Request.get(SHOP.endpoint("userinfo"))
                .with("Authorization", "Bearer " + product.accessToken(SHOP)));
    assertThat(reply.status()).isEqualTo(200);
    assertNotShared(reply);
  }

  @Test
  void a_preflight_has_no_token_and_is_for_any_client_of_the_realm() {
    for (App app : List.of(SHOP, TILL)) {
      Reply reply = preflight(SHOP, app.page());
      assertThat(reply.status()).isEqualTo(204);
      assertThat(reply.elements("Access-Control-Allow-Headers")).contains("Authorization");
      assertThat(reply.all("Access-Control-Allow-Credentials")).isEmpty();
    }
    assertThat(preflight(SHOP, BOOKS.page()).status()).isEqualTo(403);
    assertThat(preflight(SHOP, STRANGER).status()).isEqualTo(403);
  }

  private Reply preflight(App app, String page) {
    return product.send(
        Request.preflight(app.endpoint("userinfo"), page, "GET").asking("authorization"));
  }

  /** Complaint: the token has expired, and the page sees a network error in the place of a 401. */
  @ParameterizedTest
  @ValueSource(strings = {"Bearer none", "Bearer", "Bearer ", "Basic YTpi", "", "bearer a.b.c"})
  void a_401_is_read_by_the_pages_of_the_realm(String authorization) {
    Reply reply = userInfo(SHOP, SHOP.page(), authorization);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.all("WWW-Authenticate")).singleElement().asString().contains("realm=\"red\"");
    assertThat(Product.json(reply).path("error").asText()).isEqualTo("invalid_token");
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
    assertNotShared(userInfo(SHOP, BOOKS.page(), authorization));
  }

  @Test
  void so_is_the_one_without_a_token() {
    Reply reply = product.send(Request.get(SHOP.endpoint("userinfo"), SHOP.page()));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.all("WWW-Authenticate")).containsExactly("Bearer realm=\"red\"");
    assertThat(reply.cors()).isEqualTo(sharedWith(SHOP.page()));
  }

  @Test
  void a_token_of_a_client_for_any_origin_is_for_any_page_without_cookies() {
    String token = "Bearer " + product.accessToken(OPEN);
    assertThat(userInfo(OPEN, STRANGER, token).cors()).isEqualTo(sharedWith(STRANGER));
    assertThat(preflight(OPEN, STRANGER).status()).isEqualTo(204);
  }

  @Test
  void a_token_of_its_neighbour_is_not() {
    assertNotShared(userInfo(KIOSK, STRANGER, "Bearer " + product.accessToken(KIOSK)));
  }

  @Test
  void a_token_is_good_in_its_own_realm() {
    Reply reply = userInfo(SHOP, STRANGER, "Bearer " + product.accessToken(OPEN));
    assertThat(reply.status()).isEqualTo(401);
    assertNotShared(reply);
  }

  /** CVE-2026-37977: the claim was believed before the token was verified. */
  @Test
  void what_a_forged_token_lists_is_not_believed() throws Exception {
    JWTClaimsSet claims = claims(STRANGER);
    for (String forged :
        List.of(new PlainJWT(claims).serialize(), signedBySomebody(claims), edited(claims))) {
      Reply reply = userInfo(SHOP, STRANGER, "Bearer " + forged);
      assertThat(reply.status()).isEqualTo(401);
      assertNotShared(reply);
    }
  }

  private JWTClaimsSet claims(String origin) {
    return new JWTClaimsSet.Builder()
        .issuer(product.address() + "realms/red")
        .subject(App.USER)
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .claim("allowed-origins", List.of(origin))
        .build();
  }

  private static String signedBySomebody(JWTClaimsSet claims) throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  /** Returns a good token in which somebody has written other claims. */
  private String edited(JWTClaimsSet claims) {
    String[] parts = product.accessToken(SHOP).split("\\.", -1);
    return parts[0] + "." + claims.toPayload().toBase64URL() + "." + parts[2];
  }

  @Test
  void the_token_that_tells_the_client_who_its_user_is_gives_no_access() {
    Reply reply =
        userInfo(SHOP, SHOP.page(), "Bearer " + product.tokens(SHOP).path("id_token").asText());
    assertThat(reply.status()).isEqualTo(401);
  }

  @Test
  void several_tokens_are_none() {
    Reply reply =
        product.send(
            Request.get(SHOP.endpoint("userinfo"), STRANGER)
                .with("Authorization", "Bearer " + product.accessToken(SHOP))
                .with("Authorization", "Bearer " + product.accessToken(OPEN)));
    assertNotShared(reply);
  }

  @Test
  void a_token_of_half_a_megabyte_is_refused() {
    Reply reply = userInfo(SHOP, STRANGER, "Bearer " + "x".repeat(500_000));
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.corsFields()).isEmpty();
  }

  @Test
  void a_web_origin_that_is_added_is_in_the_next_token() throws Exception {
    String page = "https://next.example";
    String before = "Bearer " + product.accessToken(TILL);
    enter("+", page);
    assertNotShared(userInfo(TILL, page, before));
    assertThat(userInfo(TILL, page, "Bearer " + product.accessToken(TILL)).cors())
        .isEqualTo(sharedWith(page));
    enter("+");
  }

  private void enter(String... origins) throws SQLException, InterruptedException {
    product.execute(
        "UPDATE client SET web_origins = string_to_array(?, ',') WHERE id = ?",
        String.join(",", origins),
        TILL.id());
    Product.awaitChange();
  }
}
