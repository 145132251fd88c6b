package dev.jaxrscors.wire;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each refusal is one line in the log, with its reason and its remedy; the client learns none. */
class RefusalLogWireTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";

  private static final Class<?>[] COMPONENTS = {
    Shop.class, Guarded.class, GetOnly.class, Locator.class, Gate.class
  };

  // The refusals of the table are fewer than what may go to the log at once.
  @AutoClose private static final Server SERVER = Server.of(COMPONENTS);

  @AutoClose private final CapturedLog log = CapturedLog.open();

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "an origin that is not listed",
            preflight("/shop/7", EVIL, "PUT"),
            List.of(
                "PUT /shop/7",
                EVIL,
                "its origin is not allowed",
                "policy: Shop",
                "@CorsPolicy(origins = {\"" + APP + "\", \"" + EVIL + "\"})")),
        Arguments.of(
            "a method that is not listed",
            preflight("/get-only", APP, "PUT"),
            List.of(
                "PUT /get-only",
                "its method is not allowed",
                "policy: GetOnly",
                "@CorsPolicy(methods = {\"GET\", \"PUT\"})")),
        Arguments.of(
            "a header that is not allowed",
            preflight("/shop/7", APP, "PUT").asking("x-trace"),
            List.of(
                "a header it asks for is not allowed: \"x-trace\"",
                "policy: Shop",
                "@CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-trace\"})")),
        Arguments.of(
            "a malformed origin",
            preflight("/shop/7", APP + "/", "PUT"),
            List.of("its Origin is malformed", "\"" + APP + "/\"")),
        Arguments.of(
            "a forbidden method",
            preflight("/shop/7", APP, "TRACE"),
            List.of("TRACE /shop/7", "the method it asks for is ill-formed or forbidden")),
        Arguments.of(
            "an unknown path",
            preflight("/nowhere", APP, "PUT"),
            List.of("PUT /nowhere", "no such path", "404")),
        Arguments.of(
            "an unknown verb",
            preflight("/shop/7", APP, "DELETE"),
            List.of("DELETE /shop/7", "no such method", "405")),
        Arguments.of(
            "a locator that throws",
            preflight("/locator/below", APP, "GET"),
            List.of("sub-resource locator", "401", "CorsRequest.isPreflight")),
        Arguments.of(
            "a filter before the match",
            preflight("/shop/7", APP, "PUT").with("X-Gate", "shut"),
            List.of("a filter answered 401", "CorsRequest.isPreflight")),
        Arguments.of(
            "a response that is withheld",
            get("/shop/7", EVIL),
            List.of("Withheld response", "GET /shop/7", "its origin is not allowed", EVIL)),
        Arguments.of(
            "a request that is rejected",
            get("/guarded", EVIL),
            List.of("Rejected request", "GET /guarded", "policy: Guarded")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void a_refusal_is_one_line_and_the_client_learns_nothing(
      String what, Request request, List<String> parts) {
    Reply reply = SERVER.send(request);

    assertThat(log.warnings()).singleElement().asString().contains(parts);
    assertThat(log.errors()).isEmpty();
    verifyNothingSaid(reply);
  }

  private static void verifyNothingSaid(Reply reply) {
    assertThat(reply.body())
        .doesNotContain("policy:", "allowed", "CorsPolicy", "RefusalLogWireTest", "app.example");
    // What a browser refuses by itself is answered as a grant, to an origin that is allowed.
    assertThat(reply.fields())
        .noneMatch(f -> f.value().contains("example") && !f.value().equals(APP));
  }

  @Test
  void what_is_granted_is_no_line() {
    SERVER.send(preflight("/shop/7", APP, "PUT"));
    SERVER.send(get("/shop/7", APP));
    SERVER.send(get("/shop/7"));

    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_page_of_the_server_itself_is_no_line() {
    SERVER.send(get("/shop/7", SERVER.origin()));
    SERVER.send(get("/guarded", SERVER.origin()));

    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_flood_of_refusals_is_no_flood_of_lines() {
    try (Server server = Server.of(COMPONENTS)) {
      for (int i = 0; i < 1_000; i++) {
        server.send(preflight("/shop/" + i, "https://evil-" + i + ".example", "PUT"));
      }
    }

    assertThat(log.warnings()).hasSizeBetween(1, 60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a\u001b[31m.example",
        "https://a\u009b31m.example",
        "https://a\u0085CORS: forged.example",
        "https://a\u0007\u0008\u007f.example",
        "https://a\r\n forged",
        "https://a\u00e2\u0080\u00a8forged",
        "https://a\"; forged=\"",
      })
  void nothing_of_a_request_reaches_the_log_raw(String origin) {
    try (Server server = Server.of(COMPONENTS)) {
      server.send(preflight("/shop/7%0d%0aforged%1b%5b31m", origin, "PUT"));
      server.send(get("/shop/7%0d%0aforged%1b%5b31m", origin));
      server.send(preflight("/shop/7", APP, "PUT").asking(origin));
    }

    assertThat(log.warnings())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]*"))
        .noneMatch(line -> line.contains("\"; forged=\"\""));
  }

  @Test
  void a_line_stays_short_whatever_the_request() {
    String long64k = "a".repeat(65_536);
    try (Server server = Server.of(COMPONENTS)) {
      server.send(preflight("/shop/" + long64k, "https://" + long64k, "PUT"));
      server.send(preflight("/shop/7", APP, long64k));
      server.send(preflight("/shop/7", APP, "PUT").asking("x".repeat(8_000)));
    }

    assertThat(log.warnings())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(2_000));
  }

  @Path("shop/{id}")
  @CorsPolicy(origins = APP)
  public static class Shop {
    @GET
    public String get(@PathParam("id") String id) {
      return Calls.counted("resource");
    }

    @PUT
    public String put(@PathParam("id") String id) {
      return Calls.counted("resource");
    }
  }

  @Path("guarded")
  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  public static class Guarded {
    @GET
    public String get() {
      return Calls.counted("resource");
    }
  }

  @Path("get-only")
  @CorsPolicy(origins = APP, methods = "GET")
  public static class GetOnly {
    @GET
    public String get() {
      return Calls.counted("resource");
    }

    @PUT
    public String put() {
      return Calls.counted("resource");
    }
  }

  @Path("locator")
  @CorsPolicy(origins = APP)
  public static class Locator {
    @Path("below")
    public Shop below() {
      throw new WebApplicationException(401);
    }
  }

  /** A filter that may answer before the match. */
  @PreMatching
  public static class Gate implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if ("shut".equals(request.getHeaderString("X-Gate"))) {
        request.abortWith(Response.status(401).build());
      }
    }
  }
}
