package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.deploy.Deployed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configuration that changes while requests run, in system properties or the application's. */
class ReloadTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String NAMED = "cors.policy.reload-test.origins";
  private static final String PLACEHOLDER = "reload-test.origins";

  @Path("named")
  @CorsPolicy("reload-test")
  public static class Named {
    @GET
    public String get() {
      return "named";
    }
  }

  @Path("written")
  @CorsPolicy(origins = "${reload-test.origins}")
  public static class Written {
    @GET
    public String get() {
      return "written";
    }
  }

  /** An application whose properties are in a file, say, that administrators edit. */
  static final class Product extends Application {

    private volatile Supplier<Map<String, Object>> file = Map::of;

    void write(String... keysAndValues) {
      Map<String, Object> written = new HashMap<>(Map.of("cors.reload", "1ms"));
      for (int i = 0; i < keysAndValues.length; i += 2) {
        written.put(keysAndValues[i], keysAndValues[i + 1]);
      }
      file = () -> written;
    }

    void lose() {
      file =
          () -> {
            throw new IllegalStateException("the file is gone");
          };
    }

    Server serve() {
      return Server.of(ResourceConfig.forApplication(this));
    }

    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Named.class);
    }

    @Override
    public Map<String, Object> getProperties() {
      return file.get();
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();

  @BeforeEach
  void set() {
    System.setProperty(NAMED, A);
    System.setProperty(PLACEHOLDER, A);
  }

  @AfterEach
  void clear() throws InterruptedException {
    Deployed.settle();
    System.clearProperty(NAMED);
    System.clearProperty(PLACEHOLDER);
    System.clearProperty("cors.enabled");
  }

  private static Server server(String period) {
    return Server.of(
        new ResourceConfig(Named.class, Written.class).property("cors.reload", period));
  }

  private static List<String> allowed(String origin) {
    return List.of("Access-Control-Allow-Origin: " + origin, VARY_ORIGIN);
  }

  /** Sends a request again and again, until it is answered so, or for long enough. */
  private static void awaitAnswer(Server server, Request request, List<String> cors) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<String> answer = server.send(request).cors();
    while (!answer.equals(cors) && System.nanoTime() < end) {
      answer = server.send(request).cors();
    }
    assertThat(answer).isEqualTo(cors);
  }

  private List<String> lines(String level) {
    return log.lines().stream()
        .filter(line -> line.startsWith(level + " CORS configuration"))
        .toList();
  }

  @Test
  void what_is_configured_now_is_in_force_soon() {
    try (Server server = server("1ms")) {
      assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      assertThat(server.send(get("/written", A)).cors()).isEqualTo(allowed(A));

      System.setProperty(NAMED, B);
      System.setProperty(PLACEHOLDER, B);
      awaitAnswer(server, get("/named", B), allowed(B));
      awaitAnswer(server, get("/written", B), allowed(B));
      assertThat(server.send(get("/named", A)).cors()).containsExactly(VARY_ORIGIN);
      assertThat(server.send(preflight("/written", A, "GET")).status()).isEqualTo(403);
      assertThat(lines("INFO")).isNotEmpty().first().asString().contains(NAMED);
    }
  }

  @Test
  void nothing_is_read_before_its_time() {
    try (Server server = server("1h")) {
      System.setProperty(NAMED, B);
      for (int i = 0; i < 5; i++) {
        assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      }
    }
  }

  @Test
  void a_mistake_keeps_what_was_before_and_is_said_once() {
    try (Server server = server("1ms")) {
      System.setProperty(NAMED, "https://b.example/path");
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (lines("SEVERE").isEmpty() && System.nanoTime() < end) {
        assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      }
      assertThat(lines("SEVERE"))
          .singleElement()
          .asString()
          .contains("stays in force", NAMED + " in system properties", "https://b.example");

      System.setProperty(NAMED, B);
      awaitAnswer(server, get("/named", B), allowed(B));
    }
  }

  @Test
  void a_key_that_is_gone_is_a_mistake_where_it_is_needed() {
    try (Server server = server("1ms")) {
      System.clearProperty(PLACEHOLDER);
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (lines("SEVERE").isEmpty() && System.nanoTime() < end) {
        assertThat(server.send(get("/written", A)).cors()).isEqualTo(allowed(A));
      }
      assertThat(lines("SEVERE")).singleElement().asString().contains(PLACEHOLDER);
    }
  }

  @Test
  void everything_can_be_switched_off_and_on() {
    try (Server server = server("1ms")) {
      System.setProperty("cors.enabled", "false");
      awaitAnswer(server, get("/named", A), List.of());
      assertThat(server.send(preflight("/named", A, "GET")).status()).isEqualTo(200);
      System.setProperty("cors.enabled", "true");
      awaitAnswer(server, get("/named", A), allowed(A));
      assertThat(server.send(preflight("/named", A, "GET")).status()).isEqualTo(204);
    }
  }

  @Test
  void an_application_is_asked_again_for_its_properties() {
    Product product = new Product();
    product.write(NAMED, A);
    try (Server server = product.serve()) {
      assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));

      product.write(NAMED, B, "cors.policy.reload-test.exposed-headers", "X-Total");
      awaitAnswer(
          server,
          get("/named", B),
          List.of(
              "Access-Control-Allow-Origin: " + B,
              "Access-Control-Expose-Headers: X-Total",
              VARY_ORIGIN));

      product.write(NAMED, B);
      awaitAnswer(server, get("/named", B), allowed(B));
    }
  }

  @Test
  void properties_that_cannot_be_read_keep_what_was_before() {
    Product product = new Product();
    product.write(NAMED, A);
    try (Server server = product.serve()) {
      product.lose();
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (lines("SEVERE").isEmpty() && System.nanoTime() < end) {
        assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(server.send(get("/named", A)).cors()).isEqualTo(allowed(A));
      }
      assertThat(lines("SEVERE"))
          .singleElement()
          .asString()
          .contains("stays in force", "in application properties", "the file is gone");

      product.write(NAMED, B);
      awaitAnswer(server, get("/named", B), allowed(B));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0", "-1s", "soon", "", "25h", "1d", "99999999999s"})
  void a_period_that_is_none_stops_the_deployment(String period) {
    assertThatThrownBy(() -> server(period).close())
        .hasStackTraceContaining("cors.reload in application properties");
  }
}
