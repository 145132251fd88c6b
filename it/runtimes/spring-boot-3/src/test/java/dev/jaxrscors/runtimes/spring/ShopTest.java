package dev.jaxrscors.runtimes.spring;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.contract.process.LoopbackPorts;
import dev.jaxrscors.runtimes.spring.shop.Shop;
import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What users of Spring Boot have to write, and what not. */
class ShopTest {

  private static final String PAGE = "https://shop.example";
  private static final String PARTNER = "https://partner.example";
  private static final String STRANGER = "https://stranger.example.net";
  private static final String EARLY = "--spring.jersey.servlet.load-on-startup=1";

  private static URI shop;
  private static ConfigurableApplicationContext running;

  @BeforeAll
  static void start() {
    shop = address();
    running = run(shop, new SpringApplication(Shop.class, CorsSettings.class), EARLY);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + LoopbackPorts.free(1).get(0) + "/shop/api/");
  }

  private static ConfigurableApplicationContext run(
      URI address, SpringApplication spring, String... settings) {
    Stream<String> named = Stream.of("--spring.config.name=shop");
    return Boot.run(
        spring, address, Stream.concat(named, Stream.of(settings)).toArray(String[]::new));
  }

  @Test
  void the_library_is_found_and_a_bean_is_governed_by_its_own_policy() {
    URI orders = shop.resolve("orders");

    assertThat(browserAt(PARTNER).get(orders).send()).isShared();
    assertThat(browserAt(PARTNER).put(shop.resolve("orders/1")).header("X-Api-Key", "k").text("o"))
        .isShared();
    assertThat(browserAt(STRANGER).get(orders).send()).isBlocked();
  }

  @Test
  void a_bean_of_a_generated_class_has_the_policy_of_the_configuration_that_spring_subclassed() {
    assertThat(browserAt(PAGE).get(shop.resolve("prices?of=1")).send()).isShared();
    assertThat(browserAt(PAGE).put(shop.resolve("prices")).text("p")).isShared();
    assertThat(browserAt(PARTNER).get(shop.resolve("prices?of=1")).send()).isBlocked();
  }

  @Test
  void settings_of_spring_are_in_force() {
    Reply granted = SocketClient.of(shop).send(Request.preflight("prices", PAGE, "PUT"));

    assertThat(granted.all("Access-Control-Allow-Origin")).containsExactly(PAGE);
    assertThat(granted.all("Access-Control-Max-Age")).containsExactly("60");
  }

  @Test
  void a_filter_stands_before_servlets_and_the_404_of_the_container() {
    for (String file : new String[] {"page.txt", "none.txt"}) {
      URI address = shop.resolve("../files/" + file);
      assertThat(browserAt(PAGE).get(address).send()).isShared();
      assertThat(browserAt(STRANGER).get(address).send()).isBlocked();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "spring.jersey.init.", "server.servlet.context-parameters."})
  void without_what_hands_them_on_settings_of_spring_reach_no_policy_of_a_resource(String prefix) {
    SpringApplication alone = new SpringApplication(Shop.class);
    String setting = "--" + prefix + "cors.policy.shop.origins=" + PAGE;

    assertThatThrownBy(() -> run(address(), alone, EARLY, setting).close())
        .hasStackTraceContaining("\"shop\"");
  }

  @Test
  void mistakes_stop_the_first_request_where_jersey_is_not_loaded_when_it_starts() {
    URI late = address();
    try (CapturedLog log = CapturedLog.open();
        ConfigurableApplicationContext started = run(late, new SpringApplication(Shop.class))) {
      assertThat(started.isRunning()).isTrue();
      assertThat(log.errors()).isEmpty();

      assertThat(SocketClient.of(late).send(Request.get("orders")).status()).isEqualTo(500);
      assertThat(log.errors()).singleElement().asString().contains("\"shop\"");
    }
  }
}
