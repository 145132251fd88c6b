package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The settings that the admins of a product have from the filter before this library: what starts,
 * what stops and what is refused instead, and the lines that are printed. The product's own keys
 * are behind placeholders; the same values in the library's keys are read alike.
 */
class YesterdaysSettingsTest {

  private static final String APP = "https://app.example.com";
  private static final String OTHER = "https://other.example.com";
  private static final String ERROR =
      "CORS configuration is wrong, and what is wrong grants nothing: ";
  private static final String PLACE = "Product (product.cors.origins in application properties)";

  @Path("product")
  @CorsPolicy(
      origins = "${product.cors.origins:none}",
      allowedHeaders = "${product.cors.headers:derived}")
  public static class Product {
    @PUT
    public void put(@HeaderParam("X-Key") String key, String text) {}
  }

  @Path("named")
  @CorsPolicy("product")
  public static class Named {
    @PUT
    public void put(@HeaderParam("X-Key") String key, String text) {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  private static ResourceConfig product(String origins, String headers) {
    return new ResourceConfig(Product.class, Named.class)
        .addProperties(
            new HashMap<>(
                Map.of(
                    "product.cors.origins", origins,
                    "product.cors.headers", headers,
                    "cors.policy.product.origins", origins,
                    "cors.policy.product.allowed-headers", headers)));
  }

  private static List<String> allowed(Server server, String path) {
    return Stream.of(APP, OTHER, "https://app.example.com/", "null", "*")
        .filter(o -> !server.send(get(path, o)).all("Access-Control-Allow-Origin").isEmpty())
        .toList();
  }

  static Stream<Arguments> starting() {
    return Stream.of(
        Arguments.of(APP, List.of(APP), 0),
        Arguments.of(APP + ", " + OTHER, List.of(APP, OTHER), 0),
        Arguments.of("\"" + APP + "\"", List.of(APP), 1),
        Arguments.of("'" + APP + "','" + OTHER + "'", List.of(APP, OTHER), 1),
        Arguments.of("\"" + APP + "," + OTHER + "\"", List.of(APP, OTHER), 1),
        Arguments.of("", List.of(), 0),
        Arguments.of("  ", List.of(), 0),
        Arguments.of("none", List.of(), 0),
        Arguments.of("NONE", List.of(), 0));
  }

  @ParameterizedTest
  @MethodSource("starting")
  void these_origins_start(String origins, List<String> allowed, int quotes) {
    try (Server server = Server.of(product(origins, "derived"))) {
      assertThat(allowed(server, "/product")).isEqualTo(allowed);
      assertThat(allowed(server, "/named")).isEqualTo(allowed);
    }
    assertThat(log.errors()).isEmpty();
    assertThat(log.infos().stream().filter(line -> line.contains("its quotes"))).hasSize(quotes);
  }

  static Stream<Arguments> headers() {
    String listed = "Content-Type, Accept, Authorization";
    return Stream.of(
        Arguments.of("origin,content-type,accept,authorization", listed, "\"origin\""),
        Arguments.of(
            "Content-Type, access-control-allow-origin",
            "Content-Type",
            "\"access-control-allow-origin\""),
        Arguments.of("\"X-Key\"", "X-Key", "its quotes"),
        Arguments.of("", "", ""),
        Arguments.of("none", "", ""));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void these_lists_of_headers_start(String headers, String allowed, String hint) {
    try (Server server = Server.of(product(APP, headers))) {
      for (String path : List.of("/product", "/named")) {
        assertThat(
                String.join(
                    "",
                    server.send(preflight(path, APP, "PUT")).all("Access-Control-Allow-Headers")))
            .isEqualToIgnoringCase(allowed);
      }
    }
    assertThat(log.infos().stream().filter(line -> line.contains("left out")).toList())
        .hasSize(hint.isEmpty() ? 0 : 1)
        .allMatch(line -> line.contains(hint));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(
            APP + "/," + OTHER,
            List.of(OTHER),
            "member origins: \"https://app.example.com/\" is invalid, because an origin ends after"
                + " its host and port: it has no slash, path, query or fragment; use"
                + " \"https://app.example.com\"."),
        Arguments.of(
            "app.example.com",
            List.of(),
            "member origins: \"app.example.com\" is invalid, because an origin starts with a"
                + " scheme; use \"https://app.example.com\"."),
        Arguments.of(
            APP + ",",
            List.of(APP),
            "member origins: an empty element is invalid, because nothing stands between two"
                + " commas, or before or after the only one; remove the comma, or say none for an"
                + " empty list."),
        Arguments.of(
            "http*://app.example.com," + OTHER,
            List.of(OTHER),
            "member origins: \"http*://app.example.com\" is invalid, because no asterisk stands for"
                + " a scheme; write two elements: \"https://app.example.com\","
                + " \"http://app.example.com\"."));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void these_stop_or_are_refused(String origins, List<String> allowed, String message) {
    assertThatThrownBy(() -> Server.of(product(origins, "derived")).close())
        .hasStackTraceContaining(PLACE + ", " + message)
        .hasStackTraceContaining(
            "cors.policy.product.origins in application properties, " + message);
    log.clear();
    ResourceConfig refusing = product(origins, "derived").property("cors.on-mistake", "refuse");
    try (Server server = Server.of(refusing)) {
      assertThat(allowed(server, "/product")).isEqualTo(allowed);
      assertThat(allowed(server, "/named")).isEqualTo(allowed);
    }
    assertThat(log.errors())
        .containsExactlyInAnyOrder(
            ERROR + PLACE + ", " + message,
            ERROR + "cors.policy.product.origins in application properties, " + message);
  }
}
