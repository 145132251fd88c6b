package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The origin of a URL that a product has anyway, in annotations and in keys. */
class OriginOfUrlTest {

  private static final String UI = "https://ui.example.com";
  private static final String OTHER = "https://other.example.com:8443";

  @Path("written")
  @CorsPolicy(origins = "${origin-of:dspace.ui.url}")
  public static class Written {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("by-default")
  @CorsPolicy(origins = {OTHER, "${origin-of:dspace.ui.url:http://localhost:4000/ui}"})
  public static class ByDefault {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("named")
  @CorsPolicy("ui")
  public static class Named {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static Server deploy(Map<String, Object> properties, Class<?>... resources) {
    return Server.of(new ResourceConfig(resources).addProperties(properties));
  }

  private static boolean allows(Server server, String path, String origin) {
    return !server.send(get(path, origin)).all("Access-Control-Allow-Origin").isEmpty();
  }

  @Test
  void an_annotation_allows_the_origin_of_a_url() {
    Map<String, Object> properties = Map.of("dspace.ui.url", "https://UI.example.com:443/app?x#y");
    try (Server server = deploy(properties, Written.class, ByDefault.class)) {
      assertThat(allows(server, "/written", UI)).isTrue();
      assertThat(allows(server, "/written", OTHER)).isFalse();
      assertThat(allows(server, "/by-default", UI)).isTrue();
      assertThat(allows(server, "/by-default", OTHER)).isTrue();
      assertThat(allows(server, "/by-default", "http://localhost:4000")).isFalse();
    }
  }

  @Test
  void a_default_is_a_url_too() {
    try (Server server = deploy(Map.of(), ByDefault.class)) {
      assertThat(allows(server, "/by-default", "http://localhost:4000")).isTrue();
    }
  }

  @Test
  void a_list_of_urls_is_a_list_of_origins() {
    Map<String, Object> properties =
        Map.of("dspace.ui.url", UI + "/a, " + OTHER + "/b", "base", "unused");
    try (Server server = deploy(properties, Written.class)) {
      assertThat(allows(server, "/written", UI)).isTrue();
      assertThat(allows(server, "/written", OTHER)).isTrue();
    }
  }

  @Test
  void keys_may_hold_it_beside_other_origins() {
    Map<String, Object> properties =
        Map.of(
            "dspace.ui.url",
            "${base}/ui",
            "base",
            UI,
            "cors.policy.ui.origins",
            "${origin-of:dspace.ui.url}," + OTHER,
            "cors.own-origins",
            "${origin-of:dspace.ui.url}");
    try (Server server = deploy(properties, Named.class)) {
      assertThat(allows(server, "/named", UI)).isTrue();
      assertThat(allows(server, "/named", OTHER)).isTrue();
      server.send(get("/named", "https://evil.example"));
    }
    // What would allow it keeps what is written there.
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .endsWith(
            "cors.policy.ui.origins=${origin-of:dspace.ui.url}," + OTHER + ",https://evil.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ui.example.com",
        "/ui",
        "https://user@ui.example.com/",
        "https://*.x.example"
      })
  void what_is_no_url_names_its_key_and_source(String url) {
    Map<String, Object> properties =
        Map.of("dspace.ui.url", url, "cors.policy.ui.origins", "${origin-of:dspace.ui.url}");
    assertThatThrownBy(() -> deploy(properties, Written.class).close())
        .hasStackTraceContaining("dspace.ui.url in application properties, member origins: ");
    assertThatThrownBy(() -> deploy(properties, Named.class).close())
        .hasStackTraceContaining("dspace.ui.url in application properties, member origins: ");
  }

  @Test
  void a_key_without_a_value_is_named() {
    assertThatThrownBy(() -> deploy(Map.of(), Written.class).close())
        .hasStackTraceContaining("no source of configuration has a value for dspace.ui.url");
  }

  @Path("wrong-default")
  @CorsPolicy(origins = "${origin-of:dspace.ui.url:localhost}")
  public static class WrongDefault {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void a_default_that_is_no_url_is_a_mistake_in_code() {
    assertThatThrownBy(
            () -> deploy(Map.of("cors.on-mistake", "refuse"), WrongDefault.class).close())
        .hasStackTraceContaining("WrongDefault, member origins: ")
        .hasStackTraceContaining("an absolute URL names a scheme and a host");
  }

  @Test
  void a_wrong_url_can_be_refused_instead() {
    Map<String, Object> properties =
        Map.of("dspace.ui.url", "ui.example.com", "cors.on-mistake", "refuse");
    try (Server server = deploy(properties, Written.class, ByDefault.class)) {
      assertThat(allows(server, "/written", UI)).isFalse();
      assertThat(allows(server, "/by-default", OTHER)).isTrue();
    }
    assertThat(log.errors()).singleElement().asString().contains("dspace.ui.url in application");
  }
}
