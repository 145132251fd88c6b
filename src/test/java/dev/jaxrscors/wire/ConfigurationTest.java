package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.policy.HintKind;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations say reaches the wire; here by properties of the application and the system. */
class ConfigurationTest {

  private static final String LOCAL = "http://localhost:3000";
  private static final String SHOP = "https://shop.example.com";

  /** The one annotation of all environments. */
  @Path("orders")
  @CorsPolicy(value = "shop", credentials = Credentials.ALLOW)
  public static class Orders {
    @GET
    public String list() {
      return "[]";
    }
  }

  @Path("stock")
  @CorsPolicy(origins = "${stock.origins:https://stock.example.com}")
  public static class Stock {
    @GET
    public String list() {
      return "[]";
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "";
    }
  }

  private static Server deploy(Map<String, Object> properties, Class<?>... resources) {
    return Server.of(new ResourceConfig(resources).addProperties(properties));
  }

  private static boolean allows(Server server, String path, String origin) {
    Reply reply = server.send(Request.get(path, origin));
    assertThat(reply.status()).isEqualTo(200);
    return !reply.all("Access-Control-Allow-Origin").isEmpty();
  }

  @AfterEach
  void clear() {
    System.clearProperty("cors.policy.shop.origins");
    System.clearProperty("stock.origins");
  }

  @Test
  void a_policy_that_configuration_alone_declares_governs() {
    try (Server server = deploy(Map.of("cors.policy.shop.origins", SHOP), Orders.class)) {
      assertThat(server.send(Request.preflight("/orders", SHOP, "GET")).cors())
          .containsExactly(
              "Access-Control-Allow-Credentials: true",
              "Access-Control-Allow-Headers: Content-Type",
              "Access-Control-Allow-Methods: GET, HEAD",
              "Access-Control-Allow-Origin: " + SHOP,
              "Access-Control-Max-Age: 600",
              "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
      assertThat(server.send(Request.get("/orders", LOCAL)).cors()).containsExactly("Vary: Origin");
    }
  }

  @Path("mobile")
  @CorsPolicy(value = "mobile", dangerously = Danger.LOOPBACK_ORIGINS)
  public static class Mobile {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void apps_on_phones_are_listed_in_production_by_operations() {
    Map<String, Object> properties =
        Map.of(
            "cors.production", "true", "cors.policy.mobile.origins", SHOP + ",https://localhost");
    try (Server server = deploy(properties, Mobile.class)) {
      assertThat(allows(server, "/mobile", "https://localhost")).isTrue();
      assertThat(allows(server, "/mobile", "https://localhost:8443")).isFalse();
    }
  }

  @Path("by-key")
  @CorsPolicy("by-key")
  public static class ByKey {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void operations_can_waive_the_check_that_their_apps_on_phones_need() {
    Map<String, Object> properties =
        Map.of(
            "cors.production", "true",
            "cors.policy.by-key.origins", SHOP + ",https://localhost",
            "cors.policy.by-key.dangerously", "loopback-origins",
            "cors.default.origins", "https://localhost",
            "cors.default.dangerously", "Loopback-Origins");
    try (CapturedLog log = CapturedLog.open();
        Server server = deploy(properties, ByKey.class, Plain.class)) {
      assertThat(allows(server, "/by-key", "https://localhost")).isTrue();
      assertThat(allows(server, "/by-key", SHOP)).isTrue();
      assertThat(allows(server, "/plain", "https://localhost")).isTrue();
      assertThat(log.infos()).noneMatch(line -> line.contains("has no effect"));
    }
  }

  @Test
  void a_waiver_by_a_key_counts_for_origins_in_code_too() {
    Policy inCode = Policy.builder().origins("https://localhost").build();
    CorsSetup setup = CorsSetup.builder().policy("by-key", inCode).production().build();
    Map<String, Object> properties =
        Map.of(CorsSetup.PROPERTY, setup, "cors.policy.by-key.dangerously", "loopback-origins");
    try (Server server = deploy(properties, ByKey.class)) {
      assertThat(allows(server, "/by-key", "https://localhost")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"insecure-origins", "public-suffixes", "LOOPBACK_ORIGINS", "true", "", "none"})
  void no_other_check_is_waived_by_a_key(String value) {
    Map<String, Object> properties =
        Map.of("cors.policy.by-key.origins", SHOP, "cors.policy.by-key.dangerously", value);
    assertThatThrownBy(() -> deploy(properties, ByKey.class).close())
        .hasStackTraceContaining("cors.policy.by-key.dangerously in application properties")
        .hasStackTraceContaining("other checks are set aside in code");
  }

  @Test
  void the_remedy_of_a_loopback_origin_names_the_key() {
    Map<String, Object> properties =
        Map.of("cors.production", "true", "cors.policy.by-key.origins", "https://localhost");
    assertThatThrownBy(() -> deploy(properties, ByKey.class).close())
        .hasStackTraceContaining("or say cors.policy.by-key.dangerously=loopback-origins");
  }

  @Test
  void a_list_that_comes_element_by_element_governs_and_no_hint_is_given() {
    Map<String, Object> properties =
        Map.of(
            "mp.config.profile", "dev",
            "cors.policy.shop.origins[0]", SHOP,
            "cors.policy.shop.origins[1]", LOCAL);
    try (CapturedLog log = CapturedLog.open();
        Server server = deploy(properties, Orders.class)) {
      assertThat(allows(server, "/orders", SHOP)).isTrue();
      assertThat(allows(server, "/orders", LOCAL)).isTrue();
      assertThat(log.infos()).noneMatch(line -> line.contains("hint"));
    }
  }

  @Test
  void members_of_the_default_policy_without_origins_open_nothing() {
    try (Server server =
        deploy(Map.of("cors.default.allowed-headers", "X-Trace"), Stock.class, Plain.class)) {
      assertThat(
              server
                  .send(Request.preflight("/stock", "https://stock.example.com", "GET"))
                  .all("Access-Control-Allow-Headers"))
          .containsExactly("X-Trace");
      assertThat(server.send(Request.get("/plain", SHOP)).cors()).isEmpty();
      assertThat(server.send(Request.get("/nowhere", SHOP)).cors()).isEmpty();
    }
  }

  @Test
  void what_a_placeholder_holds_for_other_software_is_read_with_a_hint() {
    String quoted = "\"" + SHOP + "\"";
    try (CapturedLog log = CapturedLog.open();
        Server server = deploy(Map.of("stock.origins", quoted), Stock.class)) {
      assertThat(allows(server, "/stock", SHOP)).isTrue();
      assertThat(log.infos())
          .contains(
              "CORS hint: Stock (stock.origins in application properties), "
                  + HintKind.QUOTES_LEFT_OUT.of(Member.ORIGINS).describe());
    }
    try (Server server = deploy(Map.of("stock.origins", ""), Stock.class)) {
      assertThat(allows(server, "/stock", SHOP)).isFalse();
    }
  }

  @Test
  void one_annotation_serves_development_and_production() {
    Map<String, Object> development =
        Map.of("mp.config.profile", "dev", "cors.policy.shop.origins", LOCAL);
    Map<String, Object> production =
        Map.of("mp.config.profile", "prod", "cors.policy.shop.origins", SHOP);
    try (Server dev = deploy(development, Orders.class);
        Server prod = deploy(production, Orders.class)) {
      assertThat(allows(dev, "/orders", LOCAL)).isTrue();
      assertThat(allows(dev, "/orders", SHOP)).isFalse();
      assertThat(allows(prod, "/orders", LOCAL)).isFalse();
      assertThat(allows(prod, "/orders", SHOP)).isTrue();
    }
  }

  @Test
  void the_origins_of_a_developer_stop_the_deployment_in_production() {
    assertThatThrownBy(
            () ->
                deploy(
                    Map.of("cors.production", "true", "cors.policy.shop.origins", LOCAL),
                    Orders.class))
        .isInstanceOf(InvalidPolicyException.class)
        .hasMessageStartingWith("cors.policy.shop.origins in application properties")
        .hasMessageContaining(LOCAL);
  }

  @Test
  void the_application_s_own_properties_go_before_those_of_the_system() {
    System.setProperty("cors.policy.shop.origins", SHOP);
    try (Server system = deploy(Map.of(), Orders.class);
        Server own = deploy(Map.of("cors.policy.shop.origins", LOCAL), Orders.class)) {
      assertThat(allows(system, "/orders", SHOP)).isTrue();
      assertThat(allows(own, "/orders", SHOP)).isFalse();
      assertThat(allows(own, "/orders", LOCAL)).isTrue();
    }
  }

  @Test
  void configuration_replaces_members_of_a_policy_in_code() {
    CorsSetup setup =
        CorsSetup.builder()
            .policy("shop", Policy.builder().origins(LOCAL).exposedHeaders("ETag").build())
            .production()
            .build();
    try (Server server =
        deploy(Map.of(CorsSetup.PROPERTY, setup, "cors.policy.shop.origins", SHOP), Orders.class)) {
      assertThat(server.send(Request.get("/orders", SHOP)).cors())
          .containsExactly(
              "Access-Control-Allow-Credentials: true",
              "Access-Control-Allow-Origin: " + SHOP,
              "Access-Control-Expose-Headers: ETag",
              "Vary: Origin");
    }
  }

  @Test
  void what_an_annotation_spells_out_configuration_cannot_replace() {
    try (Server server =
        deploy(
            Map.of("cors.policy.shop.origins", SHOP, "cors.policy.shop.credentials", "refuse"),
            Orders.class)) {
      assertThat(server.send(Request.get("/orders", SHOP)).all("Access-Control-Allow-Credentials"))
          .containsExactly("true");
    }
  }

  @Test
  void a_placeholder_is_what_configuration_says_or_its_default() {
    try (Server byDefault = deploy(Map.of(), Stock.class);
        Server set = deploy(Map.of("stock.origins", SHOP + "," + LOCAL), Stock.class)) {
      assertThat(allows(byDefault, "/stock", "https://stock.example.com")).isTrue();
      assertThat(allows(byDefault, "/stock", SHOP)).isFalse();
      assertThat(allows(set, "/stock", SHOP)).isTrue();
      assertThat(allows(set, "/stock", LOCAL)).isTrue();
      assertThat(allows(set, "/stock", "https://stock.example.com")).isFalse();
    }
  }

  @Test
  void the_default_policy_governs_resources_without_one_and_what_is_not_found() {
    try (Server server = deploy(Map.of("cors.default.origins", SHOP), Plain.class)) {
      assertThat(allows(server, "/plain", SHOP)).isTrue();
      assertThat(server.send(Request.get("/missing", SHOP)).cors())
          .containsExactly("Access-Control-Allow-Origin: " + SHOP, "Vary: Origin");
    }
  }

  @Test
  void status_and_cache_control_of_granted_preflights_can_be_set() {
    try (Server server =
        deploy(
            Map.of(
                "cors.policy.shop.origins",
                SHOP,
                "cors.preflight-status",
                200,
                "cors.preflight-cache-control",
                "public, max-age=60"),
            Orders.class)) {
      Reply granted = server.send(Request.preflight("/orders", SHOP, "GET"));
      assertThat(granted.status()).isEqualTo(200);
      assertThat(granted.all("Cache-Control")).containsExactly("public, max-age=60");
      Reply refused = server.send(Request.preflight("/orders", LOCAL, "GET"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.all("Cache-Control")).isEmpty();
    }
  }

  @Test
  void a_refusal_names_the_key_that_decided() {
    try (Server server = deploy(Map.of("cors.policy.shop.origins", SHOP), Orders.class);
        CapturedLog log = CapturedLog.open()) {
      server.send(Request.get("/orders", LOCAL));
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("policy: cors.policy.shop.origins in application properties");
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void a_hundred_thousand_origins_in_a_property_are_deployed() {
    String origins =
        IntStream.range(0, 100_000)
            .mapToObj("https://shop-%d.example.com"::formatted)
            .collect(Collectors.joining(","));
    Map<String, Object> properties =
        Map.of("cors.policy.shop.origins", origins, "stock.origins", origins);
    try (Server server = deploy(properties, Orders.class, Stock.class)) {
      assertThat(allows(server, "/orders", "https://shop-99999.example.com")).isTrue();
      assertThat(allows(server, "/orders", "https://shop-100000.example.com")).isFalse();
      assertThat(allows(server, "/stock", "https://shop-0.example.com")).isTrue();
    }
  }
}
