package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What holds for a whole application: its setup, and whether there is any policy at all. */
class SettingsTest {

  private static final String APP = "https://app.example.com";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;

  private static Server server(CorsSetup.Builder setup, Class<?>... resources) {
    return Server.of(new ResourceConfig(resources).property(CorsSetup.PROPERTY, setup.build()));
  }

  @Test
  void the_status_of_granted_preflights_can_be_200() {
    try (Server server = server(CorsSetup.builder().preflightStatus(200), Shop.class)) {
      Reply granted = server.send(preflight("/shop", APP, "GET"));

      assertThat(granted.status()).isEqualTo(200);
      assertThat(granted.body()).isEmpty();
      assertThat(granted.cors()).contains(ALLOW_APP, VARY_PREFLIGHT);
      assertThat(server.send(preflight("/shop", "null", "GET")).status()).isEqualTo(403);
    }
  }

  @Test
  void granted_preflights_can_say_how_caches_may_keep_them() {
    CorsSetup.Builder setup = CorsSetup.builder().preflightCacheControl("public, max-age=600");
    try (Server server = server(setup, Shop.class, Plain.class)) {
      assertThat(server.send(preflight("/shop", APP, "GET")).all("Cache-Control"))
          .containsExactly("public, max-age=600");
      assertThat(server.send(preflight("/shop", "null", "GET")).all("Cache-Control")).isEmpty();
      assertThat(server.send(preflight("/plain", APP, "GET")).all("Cache-Control")).isEmpty();
      assertThat(server.send(get("/shop", APP)).all("Cache-Control")).isEmpty();
    }
  }

  @Test
  void preflights_say_nothing_of_caches_by_default() {
    try (Server server = Server.of(Shop.class)) {
      assertThat(server.send(preflight("/shop", APP, "GET")).all("Cache-Control")).isEmpty();
    }
  }

  @Test
  void a_named_policy_is_what_its_name_says() {
    Policy partners = Policy.builder().origins("https://partner.example").maxAge(5).build();
    try (Server server = server(CorsSetup.builder().policy("partners", partners), Named.class)) {
      assertThat(server.send(preflight("/named", "https://partner.example", "GET")).cors())
          .containsExactly(
              "Access-Control-Allow-Headers: Content-Type",
              "Access-Control-Allow-Methods: GET, HEAD",
              "Access-Control-Allow-Origin: https://partner.example",
              "Access-Control-Max-Age: 5",
              VARY_PREFLIGHT);
      assertThat(server.send(preflight("/named", APP, "GET")).status()).isEqualTo(403);
    }
  }

  @Test
  void a_feature_that_is_listed_as_well_works_once() {
    try (Server server = Server.of(Shop.class, CorsFeature.class)) {
      assertThat(server.send(get("/shop", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
      assertThat(server.send(preflight("/shop", APP, "GET")).status()).isEqualTo(204);
    }
  }

  @Test
  void a_feature_that_is_registered_as_an_instance_works_once() {
    try (Server server = Server.of(new ResourceConfig(Shop.class).register(new CorsFeature()))) {
      assertThat(server.send(get("/shop", APP)).cors()).containsExactly(ALLOW_APP, VARY_ORIGIN);
    }
  }

  @Test
  void without_any_policy_preflights_are_the_runtimes() {
    try (Server server = Server.of(Plain.class)) {
      Reply reply = server.send(preflight("/plain", APP, "GET"));
      Reply plain = server.send(options("/plain"));

      assertThat(reply.status()).isEqualTo(plain.status()).isEqualTo(200);
      assertThat(reply.elements("Allow")).contains("GET", "HEAD", "OPTIONS");
      assertThat(reply.cors()).isEmpty();
    }
  }

  @Test
  void without_any_policy_malformed_preflights_are_the_runtimes() {
    try (Server server = Server.of(Plain.class)) {
      Reply reply = server.send(preflight("/plain", "not an origin", "TRACE"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.cors()).isEmpty();
    }
  }

  @Test
  void which_request_headers_were_derived_is_one_line_for_a_class() {
    try (CapturedLog log = CapturedLog.open();
        Server server = Server.of(Keyed.class, Plain.class)) {
      server.send(preflight("/keyed", APP, "PUT"));

      assertThat(log.infos())
          .filteredOn(line -> line.contains("headers derived"))
          .singleElement()
          .asString()
          .contains("Keyed", "PUT", "Content-Type, X-Api-Key");
    }
  }

  @Path("keyed")
  @CorsPolicy(origins = APP)
  public static class Keyed {
    @PUT
    public String put(@HeaderParam("X-Api-Key") String key) {
      return Calls.counted("resource");
    }
  }

  @Test
  void a_wrong_policy_stops_the_deployment_with_every_mistake() {
    assertThatThrownBy(() -> Server.of(Shop.class, Wrong.class))
        .hasStackTraceContaining("Wrong, member origins: \"https://app.example.com/\"")
        .hasStackTraceContaining("Wrong, member maxAge: ");
  }

  @Path("wrong")
  @CorsPolicy(origins = APP + "/", maxAge = 86_401)
  public static class Wrong {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  @Path("shop")
  @CorsPolicy(origins = APP)
  public static class Shop {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  @Path("named")
  @CorsPolicy("partners")
  public static class Named {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }
}
