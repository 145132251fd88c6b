package dev.jaxrscors.servlet;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import jakarta.servlet.DispatcherType;
import jakarta.ws.rs.GET;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.filters.CorsFilter;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The container's own CORS filter, forgotten when the library came, around the servlet door or
 * inside it: no field is sent twice, and who is not allowed by the library reads nothing.
 */
class StackedLayersTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  @CorsPolicy(origins = APP, credentials = Credentials.ALLOW)
  private static final class Door extends CorsServletFilter {}

  @jakarta.ws.rs.Path("governed")
  @CorsPolicy(origins = APP)
  public static class Governed {
    @GET
    public String get() {
      return "governed";
    }
  }

  @AutoClose private Catalina server;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    server = new Catalina(Catalina.documents(folder));
  }

  /** Allows everybody everything that it can. */
  private void addContainersOwn() {
    server.filter(
        "containers",
        new CorsFilter(),
        Map.of(
            CorsFilter.PARAM_CORS_ALLOWED_ORIGINS,
            "*",
            CorsFilter.PARAM_CORS_ALLOWED_METHODS,
            "GET,PUT,OPTIONS",
            CorsFilter.PARAM_CORS_EXPOSED_HEADERS,
            "X-Everything"),
        EnumSet.of(DispatcherType.REQUEST),
        "/*");
  }

  private void start(String order) {
    if (order.equals("outside")) {
      addContainersOwn();
    }
    server.filter("door", new Door(), "/*");
    if (order.equals("inside")) {
      addContainersOwn();
    }
    server.servlet("/one", Served.text("one")).rest("/api/*", 1, Governed.class).start();
  }

  private static void assertNoFieldTwice(Reply reply) {
    List<String> names =
        reply.corsFields().stream().map(field -> field.name().toLowerCase(Locale.ROOT)).toList();
    Set<String> distinct = new TreeSet<>(names);
    assertThat(names).as("%s", reply).hasSameSizeAs(distinct);
    assertThat(reply.all("Access-Control-Allow-Origin")).hasSizeLessThanOrEqualTo(1);
    assertThat(reply.elements("Vary")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"outside", "inside"})
  void no_field_is_sent_twice(String order) {
    start(order);
    for (String path : List.of("/one", "/api/governed", "/files/page.txt", "/nowhere")) {
      for (String origin : List.of(APP, EVIL, "null")) {
        assertNoFieldTwice(server.send(get(path, origin)));
        assertNoFieldTwice(server.send(preflight(path, origin, "GET")));
        assertNoFieldTwice(server.send(preflight(path, origin, "PUT").asking("x-any")));
        assertNoFieldTwice(server.send(Request.options(path).from(origin)));
      }
      assertNoFieldTwice(server.send(get(path)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"outside", "inside"})
  void what_the_other_layer_grants_is_taken_back(String order) {
    start(order);
    for (String path : List.of("/one", "/api/governed", "/files/page.txt", "/nowhere")) {
      Reply shared = server.send(get(path, APP));
      assertThat(shared.all("Access-Control-Allow-Origin")).containsExactly(APP);
      assertThat(shared.all("Access-Control-Expose-Headers")).isEmpty();
      assertThat(server.send(get(path, EVIL)).corsFields()).isEmpty();
    }
  }
}
