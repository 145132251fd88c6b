package dev.jaxrscors.products.identity;

import static dev.jaxrscors.products.identity.App.BOOKS;
import static dev.jaxrscors.products.identity.App.KIOSK;
import static dev.jaxrscors.products.identity.App.SHOP;
import static dev.jaxrscors.products.identity.App.STRANGER;
import static dev.jaxrscors.products.identity.App.TILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complaint: whoever is known to one realm reads what another one answers. */
@ExtendWith(ProductExtension.class)
class RealmsTest {

  private static final Map<String, App> CLIENTS =
      Map.of("red", SHOP, "blue", BOOKS, "green", KIOSK);

  private final Product product;

  RealmsTest(Product product) {
    this.product = product;
  }

  private Reply certs(String realm, String page) {
    return product.send(Request.get("realms/" + realm + "/protocol/openid-connect/certs", page));
  }

  private static boolean isShared(Reply reply) {
    return !reply.all("Access-Control-Allow-Origin").isEmpty();
  }

  @Test
  void a_page_of_a_client_reads_what_its_realm_answers() {
    assertThat(certs("red", SHOP.page()).cors())
        .containsExactly("Access-Control-Allow-Origin: " + SHOP.page(), "Vary: Origin");
    assertThat(isShared(certs("red", TILL.page()))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "red, https://books.example",
    "red, https://kiosk.example",
    "red, https://stranger.example",
    "blue, https://shop.example",
    "nowhere, https://shop.example"
  })
  void a_page_of_a_client_of_another_realm_does_not(String realm, String page) {
    assertThat(certs(realm, page).cors()).containsExactly("Vary: Origin");
    String userInfo = "realms/" + realm + "/protocol/openid-connect/userinfo";
    Reply preflight =
        product.send(Request.preflight(userInfo, page, "GET").asking("authorization"));
    assertThat(preflight.status()).isEqualTo(403);
    assertThat(preflight.corsFields()).isEmpty();
  }

  @Test
  void a_client_for_any_origin_opens_its_own_realm_alone() {
    assertThat(isShared(certs("green", STRANGER))).isTrue();
    assertThat(isShared(certs("red", STRANGER))).isFalse();
    assertThat(isShared(certs("blue", STRANGER))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%72ed", "r%65%64", "red;a=b", "red;realm=blue", "r%65d;realm=blue;x", "red;"})
  void a_realm_is_the_same_however_it_is_spelled(String spelled) {
    Reply reply = certs(spelled, SHOP.page());
    assertThat(reply.text()).isEqualTo(certs("red", SHOP.page()).text());
    assertThat(isShared(reply)).isTrue();
    assertThat(isShared(certs(spelled, BOOKS.page()))).isFalse();
  }

  /** Whatever a server makes of them: policy and endpoint mean the same realm. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "red%2Fblue",
        "red%2F..%2Fblue",
        "..%2Fblue",
        "%2e%2e%2frealms%2fblue",
        "blue/../red",
        "red/%2e%2e/blue",
        "blue;/../red",
        "red%3Bblue",
        "red%3Ba=b",
        "red%00",
        "red%20",
        "RED",
        "r%C0%A5d",
        "%zz",
        "red%",
        "red;a=%2Fblue",
        ";realm=red",
        "",
        "/red",
        "red?realm=blue&x=",
        "red%3Frealm=blue"
      })
  void an_odd_spelling_opens_no_other_realm(String spelled) {
    CLIENTS.forEach(
        (realm, client) -> {
          Reply reply = certs(spelled, client.page());
          assertThat(reply.status()).isLessThan(500);
          if (isShared(reply)) {
            assertThat(reply.text()).isEqualTo(certs(realm, client.page()).text());
          }
        });
  }

  @Test
  void a_database_that_fails_opens_nothing() throws Exception {
    product.execute("ALTER TABLE client RENAME TO hidden");
    Product.awaitChange();
    try (CapturedLog log = CapturedLog.open()) {
      Reply reply = certs("red", SHOP.page());
      assertThat(reply.status()).isEqualTo(500);
      assertThat(reply.cors()).containsExactly("Vary: Origin");
      assertThat(log.warnings()).singleElement().asString().contains("SQLException");
    } finally {
      product.execute("ALTER TABLE hidden RENAME TO client");
      Product.awaitChange();
    }
  }

  @Test
  void a_realm_that_is_not_there_says_so_to_nobody_else() {
    Reply reply = certs("nowhere", STRANGER);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.cors()).containsExactly("Vary: Origin");
  }
}
