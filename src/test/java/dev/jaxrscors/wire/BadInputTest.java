package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static dev.jaxrscors.wire.Row.VARY_ORIGIN;
import static dev.jaxrscors.wire.Row.VARY_PREFLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.fetch.Origin;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, it is refused: at once, without an error, without an echo. */
class BadInputTest {

  private static final String APP = "https://app.example.com";
  private static final int KIB_64 = 65_536;
  private static final int MOST_MILLIS = 2_000;

  @AutoClose
  private static final Server SERVER =
      Server.of(Shop.class, Guarded.class, Public.class, Ungoverned.class, Echoing.class);

  @BeforeAll
  static void warmUp() {
    SERVER.send(preflight("/shop", APP, "PUT"));
  }

  static Stream<String> origins() {
    return Stream.of(
        "",
        "*",
        "app.example.com",
        "//app.example.com",
        "https:app.example.com",
        "https://",
        "https:///",
        APP + "/",
        APP + "/path",
        APP + "?query",
        APP + "#fragment",
        APP + ":443",
        APP + ":",
        APP + ":0443",
        APP + ":+443",
        APP + ":65536",
        APP + ":99999999999999999999",
        APP + ".",
        APP + "..",
        "https://.app.example.com",
        "https://app..example.com",
        "https://APP.example.com",
        "HTTPS://app.example.com",
        "https://user@app.example.com",
        "https://user:pass@app.example.com",
        "https://evil.example@app.example.com",
        "https://app.example.com@evil.example",
        "https://app%2eexample%2ecom",
        "https://app.example.com%00.evil.example",
        "https://app.example.com%0d%0a",
        "https://evil.com/.example.org",
        "https://evil.com\\.example.org",
        "https://evil.com?.example.org",
        "https://evil.com#.example.org",
        "https://evil.com:443.example.org",
        "https://evil.com,.example.org",
        "https://evil.com;.example.org",
        "https://evil.com'.example.org",
        "https://evil.com\".example.org",
        "https://evil.com<.example.org",
        "https://evil.com{.example.org",
        "https://evil.com|.example.org",
        "https://evil.com .example.org",
        "https://*.example.org",
        "https://[::1",
        "https://::1]",
        "https://[]",
        "https://[app.example.com]",
        "https://[2001:DB8::1]",
        "https://[2001:db8:0:0:0:0:0:1]",
        "https://[fe80::1%25eth0]",
        "https://127.1",
        "https://0x7f.0.0.1",
        "https://127.0.0.01",
        "https://256.0.0.1",
        "https://b\u00c3\u00bccher.example",
        "https://app.example.com\u0001",
        "https://app\u007f.example.com",
        "https://\u001b[31m.example.org",
        "https://app.example.com\u00a0",
        "https://app\t.example.com",
        "null null",
        "Null",
        "undefined",
        APP + " " + APP,
        APP + "," + APP,
        APP + ", https://evil.example",
        "https://evil.example " + APP,
        "file:///",
        "app://:80",
        "app://x/y",
        "app://x%0",
        "app://x,https://app.example.com",
        "app://\u001b[31m",
        "app://" + "A".repeat(KIB_64),
        "data:text/html,x",
        "javascript:alert(1)",
        "blob:" + APP,
        "https://" + "a".repeat(KIB_64) + ".example.org",
        "https://" + "a.".repeat(KIB_64 / 2) + "example.org",
        "https://" + "*".repeat(KIB_64),
        "https://" + "[".repeat(KIB_64),
        ":".repeat(KIB_64),
        "a".repeat(KIB_64));
  }

  @ParameterizedTest
  @MethodSource("origins")
  void a_preflight_with_a_malformed_origin_is_refused(String origin) {
    Reply reply = refused(preflight("/shop", origin, "PUT"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void a_response_to_a_malformed_origin_is_withheld(String origin) {
    Reply reply = refused(get("/shop", origin));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void a_request_with_a_malformed_origin_is_rejected_where_the_policy_rejects(String origin) {
    Reply reply = refused(get("/guarded", origin));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(VARY_ORIGIN);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void a_public_resource_depends_on_no_origin_but_an_over_long_one_is_not_read(String origin) {
    Reply preflight = refused(preflight("/public", origin, "PUT"));

    if (origin.length() > Origin.MAX_LENGTH) {
      assertThat(preflight.status()).isEqualTo(403);
      assertThat(preflight.cors()).containsExactly(VARY_PREFLIGHT);
    } else {
      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.all("Access-Control-Allow-Origin")).containsExactly("*");
    }
    Reply actual = refused(get("/public", origin));
    assertThat(actual.status()).isEqualTo(200);
    assertThat(actual.cors()).containsExactly("Access-Control-Allow-Origin: *");
  }

  @ParameterizedTest
  @MethodSource("origins")
  void an_ungoverned_resource_is_left_alone_whatever_its_origin(String origin) {
    Reply preflight = refused(preflight("/ungoverned", origin, "GET"));

    if (origin.length() <= Origin.MAX_LENGTH) {
      assertThat(preflight.status()).isEqualTo(204);
      assertThat(preflight.cors()).isEmpty();
    }
    assertThat(refused(get("/ungoverned", origin)).cors()).isEmpty();
  }

  @Test
  void several_origin_lines_are_refused_though_each_is_allowed() {
    for (String second : List.of(APP, "https://evil.example", "")) {
      assertThat(refused(preflight("/shop", APP, "PUT").from(second)).cors())
          .containsExactly(VARY_PREFLIGHT);
      assertThat(refused(get("/shop", APP).from(second)).cors()).containsExactly(VARY_ORIGIN);
    }
  }

  @Test
  void fifty_origin_lines_are_refused() {
    Request request = preflight("/shop", APP, "PUT");
    for (int i = 0; i < 50; i++) {
      request = request.from(APP);
    }

    assertThat(refused(request).cors()).containsExactly(VARY_PREFLIGHT);
  }

  static Stream<String> methods() {
    return Stream.of(
        "",
        "*",
        "GET,PUT",
        "GET PUT",
        "P\tUT",
        "PUT;",
        "\"PUT\"",
        "PUT\u0001",
        "P\u00dcT",
        "CONNECT",
        "TRACE",
        "TRACK",
        "trace",
        "Connect",
        "tRaCk",
        "(",
        "PUT/",
        "P@T",
        "A".repeat(KIB_64),
        ",".repeat(KIB_64));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_preflight_for_what_is_no_method_is_refused(String method) {
    Reply reply = refused(preflight("/shop", APP, method));

    assertThat(reply.elements("Access-Control-Allow-Methods")).isEmpty();
    assertThat(reply.all("Access-Control-Allow-Origin")).isEmpty();
    assertThat(reply.status()).isIn(403, 405);
  }

  @Test
  void a_preflight_for_a_method_in_lower_case_is_for_another_method() {
    for (String method : List.of("put", "Put", "get", "pUT")) {
      Reply reply = refused(preflight("/shop", APP, method));

      assertThat(reply.status()).isEqualTo(405);
      assertThat(reply.cors()).containsExactly(Row.VARY_PREFLIGHT);
    }
  }

  @Test
  void a_preflight_for_several_methods_is_refused() {
    String name = "Access-Control-Request-Method";
    Request request = options("/shop").from(APP);

    assertThat(refused(request.with(name, "PUT").with(name, "PUT")).cors())
        .containsExactly(VARY_PREFLIGHT);
    assertThat(refused(request.with(name, "").with(name, "PUT")).cors())
        .containsExactly(VARY_PREFLIGHT);
  }

  static Stream<String> headerLists() {
    return Stream.of(
        "x(y)",
        "x y",
        "x;y",
        "x:y",
        "\"x\"",
        "x\u0001",
        "x\u00fc",
        "x-one\t\u0001",
        "a".repeat(KIB_64),
        "x-one,".repeat(KIB_64 / 6),
        "x-one" + ",".repeat(KIB_64) + "x-one",
        "x-one" + "\t".repeat(KIB_64) + ",x-one",
        "a,".repeat(KIB_64 / 2));
  }

  /** Tokens, so that a browser could ask for them, and sees that they are not listed. */
  @ParameterizedTest
  @ValueSource(strings = {"*", "x-one,*", "x-two", "*-one", "null", "x-one,x-two,x-three"})
  void what_the_browser_refuses_by_itself_is_answered_without_an_echo(String list) {
    Reply reply = refused(preflight("/shop", APP, "PUT").asking(list));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.all("Access-Control-Allow-Headers")).containsExactly("X-One, a");
    assertThat(reply.all("Access-Control-Allow-Methods")).containsExactly("GET, HEAD, PUT");
  }

  @ParameterizedTest
  @MethodSource("headerLists")
  void a_preflight_for_what_is_no_list_of_headers_is_refused(String list) {
    Reply reply = refused(preflight("/shop", APP, "PUT").asking(list));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.cors()).containsExactly(VARY_PREFLIGHT);
  }

  @Test
  void commas_alone_are_an_empty_list_as_long_as_they_are_few() {
    assertThat(SERVER.send(preflight("/shop", APP, "PUT").asking(",,, ,\t,")).status())
        .isEqualTo(204);
    assertThat(refused(preflight("/shop", APP, "PUT").asking(",".repeat(KIB_64))).cors())
        .containsExactly(VARY_PREFLIGHT);
  }

  @Test
  void lines_add_up_to_one_list_and_one_bound() {
    Request request = preflight("/shop", APP, "PUT");
    for (int i = 0; i < 40; i++) {
      request = request.asking(" ".repeat(100) + "x-one" + " ".repeat(300));
    }
    Request padded = preflight("/shop", APP, "PUT");
    for (int i = 0; i < 40; i++) {
      padded = padded.asking("x-one,".repeat(40) + "x-one");
    }

    assertThat(SERVER.send(request).status()).isEqualTo(204);
    assertThat(refused(padded).cors()).containsExactly(VARY_PREFLIGHT);
  }

  @ParameterizedTest
  @MethodSource("headerLists")
  void a_policy_that_echoes_names_echoes_nothing_but_names(String list) {
    Reply reply = SERVER.send(preflight("/echoing", APP, "PUT").asking(list));

    assertThat(reply.status()).isIn(204, 403);
    assertThat(reply.elements("Access-Control-Allow-Headers"))
        .hasSizeLessThanOrEqualTo(128)
        .allMatch(name -> name.matches("[a-z-]{1,100}"));
  }

  /** Sends what has to be refused, and checks what is true of every refusal. */
  private static Reply refused(Request request) {
    long start = System.nanoTime();
    Calls.Counted<Reply> counted = Calls.during(() -> SERVER.send(request));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    assertThat(millis).isLessThan(MOST_MILLIS);
    assertThat(counted.result().status()).isLessThan(500);
    assertThat(counted.result().fields()).noneMatch(f -> echoes(f, request));
    if (request.isPreflight()) {
      assertThat(counted.calls()).isEmpty();
      assertThat(counted.result().body()).isEmpty();
    }
    return counted.result();
  }

  private static boolean echoes(Field answered, Request request) {
    return answered.isOfCors()
        && request.fields().stream()
            .anyMatch(
                f ->
                    f.value().length() > 1
                        && f.value().equals(answered.value())
                        && !f.value().equals(APP));
  }

  @Path("shop")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      allowedHeaders = {"X-One", "a"})
  public static class Shop extends CountedGet {
    @PUT
    public String put() {
      return Calls.counted("resource");
    }
  }

  @Path("guarded")
  @CorsPolicy(
      origins = {APP, "https://*.example.org"},
      refusal = Refusal.REJECT)
  public static class Guarded extends CountedGet {}

  @Path("public")
  @CorsPolicy(origins = "*")
  public static class Public extends CountedGet {
    @PUT
    public String put() {
      return Calls.counted("resource");
    }
  }

  @Path("ungoverned")
  public static class Ungoverned extends CountedGet {}

  @Path("echoing")
  @CorsPolicy(origins = APP, allowedHeaders = "*", credentials = Credentials.ALLOW)
  public static class Echoing {
    @PUT
    public String put() {
      return Calls.counted("resource");
    }
  }
}
