package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.OriginSource;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request headers that whoever runs an application allows everywhere. */
class AlsoAllowedHeadersTest {

  private static final String APP = "https://app.example.com";

  /** What every resource here does. */
  public static class Base {
    @PUT
    public void put(@HeaderParam("X-Key") String key, String text) {}
  }

  @Path("derived")
  @CorsPolicy(origins = APP)
  public static class Derived extends Base {}

  @Path("listed")
  @CorsPolicy(origins = APP, allowedHeaders = "X-A")
  public static class Listed extends Base {}

  @Path("none")
  @CorsPolicy(origins = APP, allowedHeaders = CorsPolicy.NONE)
  public static class None extends Base {}

  @Path("any")
  @CorsPolicy(origins = APP, allowedHeaders = CorsPolicy.ANY)
  public static class Any extends Base {}

  @Path("echoed")
  @CorsPolicy(origins = APP, allowedHeaders = CorsPolicy.ANY, credentials = Credentials.ALLOW)
  public static class Echoed extends Base {}

  /** Allows the one page there is. */
  public static class Pages implements OriginSource {
    @Override
    public boolean allows(Origin origin, Target target) {
      return origin.serialized().equals(APP);
    }
  }

  @Path("sourced")
  @CorsPolicy(originSource = Pages.class, credentials = Credentials.ALLOW)
  public static class Sourced extends Base {}

  @Path("named")
  @CorsPolicy("shop")
  public static class Named extends Base {}

  @Path("plain")
  public static class Plain extends Base {}

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static Server deploy(String names, Class<?>... resources) {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "cors.policy.shop.origins", APP,
                "cors.policy.shop.allowed-headers", "X-B",
                "cors.default.origins", APP));
    properties.put("cors.also-allowed-headers", names);
    return Server.of(new ResourceConfig(resources).addProperties(properties));
  }

  private static List<String> allowed(Server server, String path) {
    return server.send(preflight(path, APP, "PUT")).all("Access-Control-Allow-Headers");
  }

  @Test
  void every_policy_allows_them_but_those_that_allow_none() {
    try (Server server =
        deploy(
            "traceparent, baggage",
            Derived.class,
            Listed.class,
            None.class,
            Any.class,
            Named.class,
            Plain.class)) {
      assertThat(allowed(server, "/derived"))
          .containsExactly("Content-Type, X-Key, traceparent, baggage");
      assertThat(allowed(server, "/listed")).containsExactly("X-A, traceparent, baggage");
      assertThat(allowed(server, "/named")).containsExactly("X-B, traceparent, baggage");
      assertThat(allowed(server, "/plain"))
          .containsExactly("Content-Type, X-Key, traceparent, baggage");
      assertThat(allowed(server, "/none")).isEmpty();
      assertThat(allowed(server, "/any")).containsExactly("*");
      for (String path : List.of("/derived", "/listed", "/named", "/plain", "/any")) {
        assertThat(
                server
                    .send(
                        preflight(path, APP, "PUT")
                            .with("Access-Control-Request-Headers", "baggage,traceparent"))
                    .status())
            .isEqualTo(204);
      }
    }
    assertThat(log.infos())
        .anyMatch(
            line ->
                line.contains("derived for")
                    && line.contains("PUT /derived: Content-Type, X-Key, traceparent, baggage"));
  }

  @Test
  void to_an_asterisk_authorization_alone_is_added() {
    try (Server server = deploy("authorization,baggage", Any.class, Echoed.class)) {
      assertThat(allowed(server, "/any")).containsExactly("*, Authorization");
      assertThat(
              server
                  .send(
                      preflight("/echoed", APP, "PUT")
                          .with("Access-Control-Request-Headers", "authorization,x-any"))
                  .all("Access-Control-Allow-Headers"))
          .containsExactly("authorization, x-any");
    }
  }

  /** Such a source is watched, by a copy of the policy. */
  @Test
  void a_policy_whose_source_decides_with_credentials_allows_them_too() {
    try (Server server = deploy("traceparent", Sourced.class)) {
      assertThat(allowed(server, "/sourced")).containsExactly("Content-Type, X-Key, traceparent");
    }
  }

  @Test
  void code_and_configuration_say_so_together() {
    CorsSetup setup =
        CorsSetup.builder()
            .policy("shop", Policy.builder().origins(APP).allowedHeaders("X-B").build())
            .alsoAllowHeaders("traceparent")
            .build();
    ResourceConfig application =
        new ResourceConfig(Named.class)
            .property(CorsSetup.PROPERTY, setup)
            .property("cors.also-allowed-headers", "baggage");
    try (Server server = Server.of(application)) {
      assertThat(allowed(server, "/named")).containsExactly("X-B, traceparent, baggage");
    }
  }

  @Test
  void names_that_no_browser_asks_for_are_left_out_with_a_hint() {
    try (Server server = deploy("origin,\"baggage\",access-control-allow-origin", Derived.class)) {
      assertThat(allowed(server, "/derived")).containsExactly("Content-Type, X-Key, baggage");
    }
    assertThat(log.infos())
        .anyMatch(
            line ->
                line.contains("cors.also-allowed-headers in application properties")
                    && line.contains("\"origin\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", ""})
  void nothing_is_added_where_nothing_is_named(String value) {
    try (Server server = deploy(value, Derived.class)) {
      assertThat(allowed(server, "/derived")).containsExactly("Content-Type, X-Key");
    }
  }

  @Test
  void hosts_may_have_their_own() {
    ResourceConfig application =
        new ResourceConfig(Derived.class)
            .property("cors.hosts", "local")
            .property("cors.host.local.name", "127.0.0.1")
            .property("cors.host.local.also-allowed-headers[0]", "X-Local")
            .property("cors.also-allowed-headers", "X-Everywhere");
    try (Server server = Server.of(application)) {
      assertThat(allowed(server, "/derived")).containsExactly("Content-Type, X-Key, X-Local");
    }
    assertThat(log.infos()).noneMatch(line -> line.contains("has no effect"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "derived", "x trace", "baggage,,x", "X-*", "none,baggage"})
  void what_is_no_name_stops_the_deployment(String value) {
    assertThatThrownBy(() -> deploy(value, Derived.class).close())
        .hasStackTraceContaining("cors.also-allowed-headers in application properties");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "x trace", "cookie", "access-control-allow-origin"})
  void what_no_script_sets_is_refused_in_code(String name) {
    assertThatThrownBy(() -> CorsSetup.builder().alsoAllowHeaders(name))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
