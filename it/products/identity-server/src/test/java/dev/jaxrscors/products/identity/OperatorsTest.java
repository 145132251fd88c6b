package dev.jaxrscors.products.identity;

import static dev.jaxrscors.products.identity.App.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complaint: a library adds a header to every request, and the server has no setting for it. */
@ExtendWith(ProductExtension.class)
class OperatorsTest {

  private final Product product;

  OperatorsTest(Product product) {
    this.product = product;
  }

  private static Request preflight(String endpoint, String method, String headers) {
    return Request.preflight(SHOP.endpoint(endpoint), SHOP.page(), method).asking(headers);
  }

  @ParameterizedTest
  @CsvSource({
    "token, POST, dpop",
    "token, POST, 'content-type,dpop,traceparent'",
    "userinfo, GET, 'authorization,dpop,traceparent'",
    "certs, GET, traceparent"
  })
  void what_operators_add_pages_may_send(String endpoint, String method, String headers) {
    Reply reply = product.send(preflight(endpoint, method, headers));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.elements("Access-Control-Allow-Headers")).contains("DPoP", "traceparent");
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(SHOP.page());
  }

  @Test
  void what_they_do_not_add_pages_may_not() {
    assertThat(
            product
                .send(preflight("token", "POST", "x-other"))
                .elements("Access-Control-Allow-Headers"))
        .doesNotContain("x-other");
    try (IdentityServer plain = product.start(Map.of())) {
      Reply reply =
          SocketClient.of(plain.address()).send(preflight("token", "POST", "dpop,traceparent"));
      assertThat(reply.elements("Access-Control-Allow-Headers")).containsExactly("Content-Type");
    }
  }

  @Test
  void they_switch_it_off_where_a_gateway_does_it() {
    try (IdentityServer off = product.start(Map.of("cors.enabled", "false"))) {
      Reply reply =
          SocketClient.of(off.address()).send(Request.get(SHOP.endpoint("certs"), SHOP.page()));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).isEmpty();
    }
  }
}
