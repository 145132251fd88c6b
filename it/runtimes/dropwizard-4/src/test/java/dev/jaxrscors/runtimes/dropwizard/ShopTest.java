package dev.jaxrscors.runtimes.dropwizard;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.contract.process.LoopbackPorts;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import io.dropwizard.core.setup.Environment;
import java.net.URI;
import java.util.List;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users of Dropwizard have to write, and what becomes of it. */
class ShopTest {

  private static final String PAGE = "https://shop.example";
  private static final String STRANGER = "https://stranger.example.net";

  private static final String SETTINGS =
      """
      cors:
        policy.shop.origins: https://shop.example
        policy.shop.max-age: 60
      """;

  private static URI shop;
  private static AutoCloseable running;

  @BeforeAll
  static void start() throws Exception {
    shop = address();
    running = new Shop().serve(shop, SETTINGS);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + LoopbackPorts.free(1).get(0) + "/shop/api/");
  }

  @Test
  void a_resource_that_is_registered_as_an_instance_is_governed() {
    assertThat(browserAt(PAGE).get(shop.resolve("orders")).send()).isShared();
    assertThat(browserAt(PAGE).put(shop.resolve("orders/1")).header("X-Api-Key", "k").text("o"))
        .isShared();
    assertThat(browserAt(STRANGER).get(shop.resolve("orders")).send()).isBlocked();
  }

  @Test
  void settings_of_the_file_are_in_force() {
    Reply granted = SocketClient.of(shop).send(Request.preflight("orders/1", PAGE, "PUT"));

    assertThat(granted.all("Access-Control-Allow-Origin")).containsExactly(PAGE);
    assertThat(granted.all("Access-Control-Max-Age")).containsExactly("60");
  }

  @Test
  void a_mistake_in_the_file_stops_the_command() {
    String mistaken = SETTINGS.replace("https://shop.example", "https://shop.example/");

    assertThatThrownBy(() -> new Shop().serve(address(), mistaken).close())
        .hasStackTraceContaining("cors.policy.shop.origins");
  }

  @Test
  void the_page_reads_the_error_that_dropwizard_makes_of_an_exception() {
    Reply lost = SocketClient.of(shop).send(Request.get("orders/1/lines/2", PAGE));

    assertThat(lost.status()).isEqualTo(500);
    assertThat(lost.text()).contains("It has been logged");
    assertThat(lost.all("Access-Control-Allow-Origin")).containsExactly(PAGE);
  }

  @Test
  void an_error_without_an_entity_loses_vary_unless_jersey_sets_its_status_alone()
      throws Exception {
    assertThat(vary(shop)).isEmpty();

    URI mended = address();
    AutoCloseable started =
        new Shop() {
          @Override
          public void run(Settings settings, Environment environment) {
            super.run(settings, environment);
            environment.jersey().enable(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR);
          }
        }.serve(mended, SETTINGS);
    try (started) {
      assertThat(vary(mended)).containsExactly("Origin");
    }
  }

  private static List<String> vary(URI address) {
    Reply conflict = SocketClient.of(address).send(Request.get("orders/conflict", PAGE));
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.all("Access-Control-Allow-Origin")).containsExactly(PAGE);
    return conflict.all("Vary");
  }

  @Test
  void a_filter_stands_before_servlets_and_their_404() {
    for (String file : new String[] {"page.txt", "none.txt"}) {
      URI address = shop.resolve("../files/" + file);
      assertThat(browserAt(PAGE).get(address).send()).isShared();
      assertThat(browserAt(STRANGER).get(address).send()).isBlocked();
    }
  }
}
