package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wrong configuration with {@code cors.on-mistake=refuse}: it grants nothing, and stops nothing.
 */
class RefusedMistakesTest {

  private static final String APP = "https://app.example.com";
  private static final String OTHER = "https://other.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String GRANTS_NOTHING =
      "CORS configuration is wrong, and what is wrong grants nothing: ";

  @Path("named")
  @CorsPolicy("shop")
  public static class Named {
    @GET
    public String get() {
      return "named";
    }

    @PUT
    public void put(@HeaderParam("X-Key") String key, String text) {}
  }

  @Path("written")
  @CorsPolicy(origins = "${shop.origins}", allowedHeaders = "${shop.headers:derived}")
  public static class Written {
    @GET
    public String get() {
      return "written";
    }
  }

  @Path("beside")
  @CorsPolicy(origins = {APP, "${shop.origins}"})
  public static class Beside {
    @GET
    public String get() {
      return "beside";
    }
  }

  @Path("credentialed")
  @CorsPolicy(origins = "${shop.origins}", credentials = Credentials.ALLOW)
  public static class Credentialed {
    @GET
    public String get() {
      return "credentialed";
    }
  }

  @Path("named-with-credentials")
  @CorsPolicy(value = "shop", credentials = Credentials.ALLOW)
  public static class NamedWithCredentials {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("public")
  @CorsPolicy(value = "shop", origins = CorsPolicy.ANY)
  public static class Public {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("dynamic")
  @CorsPolicy("${shop.policy}")
  public static class Dynamic {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("wrong")
  @CorsPolicy(origins = "https://app.example.com/")
  public static class WrongInCode {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("unclosed")
  @CorsPolicy(origins = "${shop.origins")
  public static class Unclosed {
    @GET
    public String get() {
      return "";
    }
  }

  @Path("plain-http")
  @CorsPolicy(origins = "http://app.example.com")
  public static class PlainHttp {
    @GET
    public String get() {
      return "";
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  @AfterEach
  void clear() {
    System.clearProperty("refused-test.origins");
  }

  private static ResourceConfig refusing(Map<String, String> properties, Class<?>... resources) {
    Map<String, Object> all = new HashMap<>(properties);
    all.put("cors.on-mistake", "refuse");
    return new ResourceConfig(resources).addProperties(all);
  }

  /** A thread that the test before has begun may still read the property which that has cleared. */
  private List<String> errors() {
    return log.errors().stream()
        .filter(line -> !line.contains("has a value for refused-test.origins"))
        .toList();
  }

  private static boolean allows(Server server, String path, String origin) {
    Reply reply = server.send(get(path, origin));
    assertThat(reply.status()).isEqualTo(200);
    return !reply.all("Access-Control-Allow-Origin").isEmpty();
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(APP + ",https://other.example.com/", true, false, "\"https://other.example"),
        Arguments.of("other.example.com", false, false, "\"other.example.com\" is invalid"),
        Arguments.of(APP + ",,", true, false, "an empty element"),
        Arguments.of("none," + APP, false, false, "among other values"),
        Arguments.of("off," + APP, false, false, "among other values"),
        Arguments.of("*.example.com," + OTHER, false, true, "\"*.example.com\""),
        Arguments.of("https://*.*.com", false, false, "asterisk"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_wrong_origin_is_left_out_of_its_list(
      String origins, boolean app, boolean other, String message) {
    Map<String, String> properties =
        Map.of("cors.policy.shop.origins", origins, "shop.origins", origins);
    try (Server server = Server.of(refusing(properties, Named.class, Written.class))) {
      for (String path : List.of("/named", "/written")) {
        assertThat(allows(server, path, APP)).isEqualTo(app);
        assertThat(allows(server, path, OTHER)).isEqualTo(other);
        assertThat(allows(server, path, EVIL)).isFalse();
      }
    }
    assertThat(errors())
        .hasSize(2)
        .allMatch(line -> line.startsWith(GRANTS_NOTHING) && line.contains(message));
    assertThat(errors())
        .anyMatch(line -> line.contains("cors.policy.shop.origins in application properties"))
        .anyMatch(line -> line.contains("Written"));
  }

  @ParameterizedTest
  @CsvSource({
    "/named,   cors.policy.shop.origins, https://app.example.com",
    "/written, shop.origins,             https://app.example.com",
    "/named,   cors.policy.shop.origins, ''",
    "/written, shop.origins,             ''",
  })
  void what_is_advised_leaves_out_what_was_wrong(String path, String key, String right) {
    String origins = right.isEmpty() ? "other.example.com" : "other.example.com," + right;
    Map<String, String> properties =
        Map.of("cors.policy.shop.origins", origins, "shop.origins", origins);
    try (Server server = Server.of(refusing(properties, Named.class, Written.class))) {
      assertThat(allows(server, path, EVIL)).isFalse();
    }
    String kept = right.isEmpty() ? "" : right + ",";
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .endsWith("to allow it: " + key + "=" + kept + EVIL);
  }

  @ParameterizedTest
  @CsvSource({"/written, shop.headers", "/named, cors.policy.shop.allowed-headers"})
  void so_it_does_of_headers(String path, String key) {
    Map<String, String> properties =
        Map.of(
            "cors.policy.shop.origins",
            APP,
            "cors.policy.shop.allowed-headers",
            "derived,X Wrong,X-Key",
            "shop.origins",
            APP,
            "shop.headers",
            "derived,X Wrong,X-Key");
    try (Server server = Server.of(refusing(properties, Named.class, Written.class))) {
      server.send(preflight(path, APP, "GET").asking("x-new"));
    }
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .endsWith("to allow it: " + key + "=derived,X-Key,x-new");
  }

  @Test
  void what_an_annotation_spells_out_stays() {
    try (Server server = Server.of(refusing(Map.of("shop.origins", "nonsense"), Beside.class))) {
      assertThat(allows(server, "/beside", APP)).isTrue();
      assertThat(allows(server, "/beside", OTHER)).isFalse();
    }
    assertThat(errors()).hasSize(1);
  }

  @Test
  void a_placeholder_without_a_value_is_nobody() {
    try (Server server = Server.of(refusing(Map.of(), Written.class, Beside.class))) {
      assertThat(allows(server, "/written", APP)).isFalse();
      assertThat(allows(server, "/beside", APP)).isTrue();
    }
    assertThat(errors()).hasSize(2).allMatch(line -> line.contains("shop.origins"));
  }

  @Test
  void an_asterisk_with_credentials_is_nobody() {
    Map<String, String> properties =
        Map.of("shop.origins", "*", "cors.policy.shop.origins", "*, " + APP);
    try (Server server =
        Server.of(
            refusing(properties, Credentialed.class, NamedWithCredentials.class, Written.class))) {
      assertThat(allows(server, "/credentialed", EVIL)).isFalse();
      assertThat(allows(server, "/named-with-credentials", EVIL)).isFalse();
      assertThat(server.send(get("/named-with-credentials", APP)).cors())
          .containsExactly(
              "Access-Control-Allow-Credentials: true",
              "Access-Control-Allow-Origin: " + APP,
              VARY_ORIGIN);
      assertThat(allows(server, "/written", EVIL)).isTrue();
    }
    assertThat(errors()).hasSize(2).allMatch(line -> line.contains("with credentials"));
  }

  @Test
  void credentials_are_refused_that_make_the_origins_of_code_wrong() {
    Policy everybody = Policy.builder().origins(CorsPolicy.ANY).build();
    Map<String, String> properties = Map.of("cors.policy.shop.credentials", "allow");
    ResourceConfig application = refusing(properties, Public.class, Named.class);
    application.property(CorsSetup.PROPERTY, CorsSetup.builder().policy("shop", everybody).build());
    try (Server server = Server.of(application)) {
      for (String path : List.of("/public", "/named")) {
        assertThat(server.send(get(path, EVIL)).cors())
            .containsExactly("Access-Control-Allow-Origin: *");
      }
    }
    assertThat(errors()).isNotEmpty().allMatch(line -> line.contains("with credentials"));
  }

  static Stream<Arguments> members() {
    String allowed = "Access-Control-Allow-Headers: Content-Type, X-Key";
    String methods = "Access-Control-Allow-Methods: GET, HEAD, PUT";
    String maxAge = "Access-Control-Max-Age: 600";
    return Stream.of(
        Arguments.of("credentials", "yes", List.of(allowed, methods, maxAge)),
        Arguments.of("max-age", "soon", List.of(allowed, methods, "Access-Control-Max-Age: 0")),
        Arguments.of("max-age", "86401", List.of(allowed, methods, "Access-Control-Max-Age: 0")),
        Arguments.of("max-age", "", List.of(allowed, methods, "Access-Control-Max-Age: 0")),
        Arguments.of(
            "methods", "G ET,PUT", List.of(allowed, methods.replace("GET, HEAD, ", ""), maxAge)),
        Arguments.of(
            "methods", "*,PUT", List.of(allowed, methods.replace("GET, HEAD, ", ""), maxAge)),
        Arguments.of(
            "allowed-headers",
            "x key, X-Key",
            List.of("Access-Control-Allow-Headers: X-Key", methods, maxAge)),
        Arguments.of("allowed-headers", "x key", List.of(methods, maxAge)),
        Arguments.of(
            "allowed-headers",
            "*, X-Key",
            List.of("Access-Control-Allow-Headers: X-Key", methods, maxAge)),
        Arguments.of("exposed-headers", "derived", List.of(allowed, methods, maxAge)),
        Arguments.of("refusal", "rejct", List.of(allowed, methods, maxAge)),
        Arguments.of("dangerously", "insecure-origins", List.of(allowed, methods, maxAge)));
  }

  @ParameterizedTest
  @MethodSource("members")
  void a_wrong_member_is_closed(String member, String value, List<String> cors) {
    Map<String, String> properties =
        Map.of("cors.policy.shop.origins", APP, "cors.policy.shop." + member, value);
    try (Server server = Server.of(refusing(properties, Named.class))) {
      assertThat(server.send(preflight("/named", APP, "PUT")).cors())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      cors.stream(),
                      Stream.of("Access-Control-Allow-Origin: " + APP, Row.VARY_PREFLIGHT))
                  .toList());
    }
    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith(GRANTS_NOTHING + "cors.policy.shop." + member + " in application properties, ");
  }

  @Test
  void without_a_method_that_is_right_none_is_allowed() {
    Map<String, String> properties =
        Map.of("cors.policy.shop.origins", APP, "cors.policy.shop.methods", "G ET");
    try (Server server = Server.of(refusing(properties, Named.class))) {
      assertThat(allows(server, "/named", APP)).isFalse();
      assertThat(server.send(preflight("/named", APP, "GET")).status()).isEqualTo(403);
      assertThat(server.send(preflight("/named", APP, "PUT")).all("Access-Control-Allow-Methods"))
          .isEmpty();
    }
  }

  @Test
  void a_wrong_refusal_rejects() {
    Map<String, String> properties =
        Map.of("cors.policy.shop.origins", APP, "cors.policy.shop.refusal", "rejct");
    try (Server server = Server.of(refusing(properties, Named.class))) {
      assertThat(server.send(get("/named", EVIL)).status()).isEqualTo(403);
    }
  }

  @Test
  void origins_that_are_missing_are_nobody() {
    try (Server server =
        Server.of(refusing(Map.of("cors.policy.shop.max-age", "5"), Named.class))) {
      assertThat(allows(server, "/named", APP)).isFalse();
    }
    assertThat(errors()).singleElement().asString().contains("cors.policy.shop.* in configuration");
  }

  @Test
  void a_misspelled_key_is_nobody() {
    try (Server server = Server.of(refusing(Map.of("cors.policy.shop.orgins", APP), Named.class))) {
      assertThat(allows(server, "/named", APP)).isFalse();
    }
    assertThat(errors())
        .singleElement()
        .asString()
        .contains("rename it to cors.policy.shop.origins");
  }

  @Test
  void a_name_of_configuration_that_nobody_declares_is_nobody() {
    for (String name : List.of("gone", APP, "")) {
      try (Server server = Server.of(refusing(Map.of("shop.policy", name), Dynamic.class))) {
        assertThat(allows(server, "/dynamic", APP)).isFalse();
      }
    }
    assertThat(errors()).hasSize(3);
  }

  @Test
  void production_is_meant_where_it_may_be_and_leaves_out_what_it_refuses() {
    Map<String, String> properties =
        Map.of(
            "cors.production", "perhaps",
            "cors.policy.shop.origins", APP + ",https://localhost",
            "shop.origins", "http://localhost:3000");
    try (Server server = Server.of(refusing(properties, Named.class, Written.class))) {
      assertThat(allows(server, "/named", APP)).isTrue();
      assertThat(allows(server, "/named", "https://localhost")).isFalse();
      assertThat(allows(server, "/written", "http://localhost:3000")).isFalse();
    }
    assertThat(errors()).hasSize(3);
  }

  @Test
  void settings_that_are_wrong_are_as_if_they_were_not_there() {
    Map<String, String> properties =
        Map.of(
            "cors.policy.shop.origins", APP,
            "cors.enabled", "flase",
            "cors.trust-forwarded", "perhaps",
            "cors.own-origins", "nonsense",
            "cors.reload", "soon",
            "cors.preflight-status", "201",
            "cors.preflight-cache-control", "",
            "cors.also-allowed-headers", "x trace,baggage,*");
    try (Server server = Server.of(refusing(properties, Named.class))) {
      Reply granted = server.send(preflight("/named", APP, "GET"));
      assertThat(granted.status()).isEqualTo(204);
      assertThat(granted.all("Access-Control-Allow-Headers"))
          .containsExactly("Content-Type, X-Key, baggage");
      assertThat(granted.all("Cache-Control")).isEmpty();
      assertThat(allows(server, "/named", EVIL)).isFalse();
    }
    assertThat(errors()).hasSize(8).allMatch(line -> line.startsWith(GRANTS_NOTHING));
  }

  @Test
  void a_host_that_is_not_known_stops_since_others_may_be_allowed_more() {
    Map<String, String> properties =
        Map.of(
            "cors.policy.shop.origins", APP,
            "cors.hosts", "pay",
            "cors.host.pay.name", "pay.example/",
            "cors.host.pay.policy.shop.origins", "none");
    assertThatThrownBy(() -> Server.of(refusing(properties, Named.class)).close())
        .hasStackTraceContaining("cors.host.pay.name in application properties");
  }

  @Test
  void a_mistake_of_one_host_names_it() {
    Map<String, String> properties =
        Map.of(
            "cors.policy.shop.origins", APP,
            "cors.hosts", "pay",
            "cors.host.pay.name", "localhost",
            "cors.host.pay.policy.shop.origins", "nonsense");
    try (Server server = Server.of(refusing(properties, Named.class))) {
      assertThat(allows(server, "/named", EVIL)).isFalse();
      assertThat(errors())
          .singleElement()
          .asString()
          .contains("cors.host.pay.policy.shop.origins in application properties, ");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {WrongInCode.class, Unclosed.class, Named.class})
  void mistakes_in_code_stop_all_the_same(Class<?> resource) {
    assertThatThrownBy(() -> Server.of(refusing(Map.of(), resource)).close())
        .hasStackTraceContaining(resource.getSimpleName());
  }

  @Test
  void what_code_spells_out_is_a_mistake_in_code_in_production_too() {
    assertThatThrownBy(
            () -> Server.of(refusing(Map.of("cors.production", "true"), PlainHttp.class)).close())
        .hasStackTraceContaining("prohibited in production");
  }

  @Test
  void code_can_say_so_and_configuration_takes_it_back() {
    CorsSetup setup = CorsSetup.builder().refuseMistakesInConfiguration().build();
    ResourceConfig application =
        new ResourceConfig(Written.class)
            .property(CorsSetup.PROPERTY, setup)
            .property("shop.origins", "nonsense");
    try (Server server = Server.of(application)) {
      assertThat(allows(server, "/written", APP)).isFalse();
    }
    ResourceConfig stopping =
        new ResourceConfig(Written.class)
            .property(CorsSetup.PROPERTY, setup)
            .property("shop.origins", "nonsense")
            .property("cors.on-mistake", "stop");
    assertThatThrownBy(() -> Server.of(stopping).close()).hasStackTraceContaining("nonsense");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ignore", "true"})
  void a_wrong_answer_to_what_becomes_of_mistakes_stops(String value) {
    ResourceConfig application =
        new ResourceConfig(Written.class)
            .property("shop.origins", APP)
            .property("cors.on-mistake", value);
    assertThatThrownBy(() -> Server.of(application).close())
        .hasStackTraceContaining("cors.on-mistake in application properties");
  }

  @Path("reloaded")
  @CorsPolicy(origins = "${refused-test.origins}", exposedHeaders = "${refused-test.exposed:none}")
  public static class Reloaded {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void while_it_runs_a_new_mistake_keeps_what_was_before_and_an_old_one_stops_no_change() {
    System.setProperty("refused-test.origins", APP);
    Map<String, String> properties =
        Map.of("cors.reload", "1ms", "refused-test.exposed", "not a name");
    try (Server server = Server.of(refusing(properties, Reloaded.class))) {
      assertThat(errors()).hasSize(1);
      System.setProperty("refused-test.origins", OTHER);
      await(() -> allows(server, "/reloaded", OTHER));
      assertThat(errors()).hasSize(1);

      System.setProperty("refused-test.origins", "nonsense");
      await(() -> allows(server, "/reloaded", OTHER) && errors().size() == 2);
      assertThat(errors().get(1)).contains("stays in force", "nonsense");
      assertThat(allows(server, "/reloaded", OTHER)).isTrue();
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void ten_thousand_wrong_origins_are_told_within_bounds() {
    String origins =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "nonsense-" + i)
            .collect(Collectors.joining(",", "", "," + APP));
    try (Server server =
        Server.of(refusing(Map.of("cors.policy.shop.origins", origins), Named.class))) {
      assertThat(allows(server, "/named", APP)).isTrue();
    }
    assertThat(errors()).hasSize(201);
  }
}
