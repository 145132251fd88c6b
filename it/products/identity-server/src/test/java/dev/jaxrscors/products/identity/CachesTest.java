package dev.jaxrscors.products.identity;

import static dev.jaxrscors.products.identity.App.SHOP;
import static dev.jaxrscors.products.identity.App.STRANGER;
import static dev.jaxrscors.products.identity.App.TILL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Complaint: what caches keep for a page of one origin they give to a page of another. */
@ExtendWith(ProductExtension.class)
class CachesTest {

  private static final String KEPT = "public, max-age=3600";

  private final Product product;

  CachesTest(Product product) {
    this.product = product;
  }

  @Test
  void keys_are_kept_for_each_origin() {
    for (App app : new App[] {SHOP, TILL}) {
      Reply reply = product.send(Request.get(app.endpoint("certs"), app.page()));
      assertThat(reply.all("Cache-Control")).containsExactly(KEPT);
      assertThat(reply.cors())
          .containsExactly("Access-Control-Allow-Origin: " + app.page(), "Vary: Origin");
    }
  }

  @Test
  void and_for_whoever_sends_none_or_may_not_read() {
    Reply none = product.send(Request.get(SHOP.endpoint("certs")));
    assertThat(none.all("Cache-Control")).containsExactly(KEPT);
    assertThat(none.cors()).containsExactly("Vary: Origin");
    assertThat(product.send(Request.get(SHOP.endpoint("certs"), STRANGER)).cors())
        .containsExactly("Vary: Origin");
  }

  @Test
  void the_configuration_is_the_same_for_all_and_kept_once() {
    for (Request request :
        new Request[] {
          Request.get("realms/red/.well-known/openid-configuration"),
          Request.get("realms/red/.well-known/openid-configuration", STRANGER)
        }) {
      Reply reply = product.send(request);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.all("Cache-Control")).containsExactly(KEPT);
      assertThat(reply.cors()).containsExactly("Access-Control-Allow-Origin: *");
      assertThat(Product.json(reply).path("issuer").asText())
          .isEqualTo(product.address() + "realms/red");
    }
  }
}
