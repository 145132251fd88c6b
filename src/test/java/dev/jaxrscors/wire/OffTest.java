package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is switched off: everything, or one policy. */
class OffTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  @Path("shop")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Shop {
    @GET
    public String get() {
      return "shop";
    }

    @PUT
    public void put(String text) {}
  }

  @Path("site")
  @CorsPolicy(origins = "${off-test.origins:off}")
  public static class Site {
    @GET
    public String get() {
      return "site";
    }
  }

  @Path("named")
  @CorsPolicy("named")
  public static class Named {
    @GET
    public String get() {
      return "named";
    }
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://app.example.com/")
  public static class Wrong {
    @GET
    public String get() {
      return "wrong";
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static ResourceConfig off(Class<?>... resources) {
    return new ResourceConfig(resources).property("cors.enabled", "false");
  }

  private static void assertLeftAlone(Server server, String path, String text) {
    for (Request request : List.of(get(path, APP), get(path, EVIL), get(path))) {
      Reply reply = server.send(request);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).isEqualTo(text);
      assertThat(reply.cors()).isEmpty();
    }
    Reply plain = server.send(options(path));
    for (String origin : List.of(APP, EVIL, "no origin")) {
      Reply reply = server.send(preflight(path, origin, "PUT"));
      assertThat(reply.status()).isEqualTo(plain.status()).isEqualTo(200);
      assertThat(reply.elements("Allow")).containsAll(plain.elements("Allow"));
      assertThat(reply.cors()).isEmpty();
    }
  }

  @Test
  void nothing_is_added_answered_refused_or_logged_when_everything_is_off() {
    try (Server server = Server.of(off(Shop.class))) {
      assertLeftAlone(server, "/shop", "shop");
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
    }
    assertThat(log.lines())
        .containsExactly("INFO CORS is switched off: no policy of the application is in force.");
  }

  @Test
  void what_may_be_switched_on_while_it_runs_is_left_alone_likewise() {
    try (Server server = Server.of(off(Shop.class).property("cors.reload", "1h"))) {
      assertLeftAlone(server, "/shop", "shop");
      assertThat(server.send(get("/nowhere", APP)).cors()).isEmpty();
    }
    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void code_can_switch_everything_off_and_configuration_on() {
    CorsSetup off = CorsSetup.builder().disabled().build();
    try (Server server =
        Server.of(new ResourceConfig(Shop.class).property(CorsSetup.PROPERTY, off))) {
      assertLeftAlone(server, "/shop", "shop");
    }
    try (Server server =
        Server.of(
            new ResourceConfig(Shop.class)
                .property(CorsSetup.PROPERTY, off)
                .property("cors.enabled", "true"))) {
      assertThat(server.send(get("/shop", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
    }
  }

  @Test
  void mistakes_are_warnings_and_stop_nothing() {
    ResourceConfig application = off(Wrong.class).property("cors.default.origins", "shop.example");
    try (Server server = Server.of(application)) {
      assertLeftAlone(server, "/wrong", "wrong");
    }
    assertThat(log.lines())
        .anyMatch(
            line ->
                line.startsWith("WARNING CORS is switched off") && line.contains("shop.example"));
  }

  @Test
  void a_mistake_in_an_annotation_is_a_warning_too() {
    try (Server server = Server.of(off(Wrong.class))) {
      assertLeftAlone(server, "/wrong", "wrong");
    }
    assertThat(log.lines())
        .anyMatch(
            line ->
                line.startsWith("WARNING CORS is switched off")
                    && line.contains("Wrong, member origins"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flase", "", "0"})
  void what_is_neither_on_nor_off_stops_the_deployment(String value) {
    ResourceConfig application = new ResourceConfig(Shop.class).property("cors.enabled", value);
    assertThatThrownBy(() -> Server.of(application).close())
        .hasStackTraceContaining("cors.enabled in application properties");
  }

  @Test
  void a_policy_that_is_off_leaves_its_resources_alone() {
    try (Server server = Server.of(Site.class)) {
      assertLeftAlone(server, "/site", "site");
    }
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void other_policies_stay_in_force() {
    ResourceConfig application =
        new ResourceConfig(Site.class, Shop.class, Named.class)
            .property("cors.policy.named.origins", "off");
    try (Server server = Server.of(application)) {
      for (String path : List.of("/site", "/named")) {
        assertThat(server.send(get(path, APP)).cors()).isEmpty();
        Reply preflight = server.send(preflight(path, APP, "GET"));
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.cors()).isEmpty();
      }
      assertThat(server.send(get("/shop", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
      assertThat(server.send(preflight("/shop", EVIL, "GET")).cors())
          .containsExactly(VARY_PREFLIGHT);
    }
    assertThat(log.lines()).noneMatch(line -> line.contains("Site") || line.contains("Named"));
  }

  @Test
  void off_is_said_alone() {
    assertThatThrownBy(() -> Policy.builder().origins(CorsPolicy.OFF, APP).build())
        .hasMessageContaining("CorsPolicy.OFF");
    assertThat(Policy.builder().origins(CorsPolicy.OFF).build().isOff()).isTrue();
    assertThat(Policy.builder().origins(CorsPolicy.NONE).build().isOff()).isFalse();
    assertThat(Policy.builder().origins(CorsPolicy.OFF).build())
        .isNotEqualTo(Policy.builder().origins(CorsPolicy.NONE).build());
  }
}
