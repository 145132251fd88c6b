package dev.jaxrscors.servlet;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.wire.Calls;
import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jakarta REST behind the servlet door: where a resource has a policy, that decides alone. */
class BehindTheDoorTest {

  private static final String APP = "https://app.example.com";
  private static final String DOOR = "https://door.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;
  private static final String ALLOW_DOOR = "Access-Control-Allow-Origin: " + DOOR;
  private static final String VARY = "Vary: Origin";
  private static final String VARY_PREFLIGHT =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  @CorsPolicy(origins = DOOR, exposedHeaders = "X-Door")
  private static final class Door extends CorsServletFilter {}

  @CorsPolicy(origins = DOOR, refusal = Refusal.REJECT)
  private static final class StrictDoor extends CorsServletFilter {}

  @Path("governed")
  @CorsPolicy(origins = APP)
  public static class Governed {
    @GET
    public String get() {
      return Calls.counted("get");
    }

    @PUT
    public void put(String text) {
      Calls.count("put");
    }

    @GET
    @Path("later")
    public void later(@Suspended AsyncResponse response) {
      new Thread(() -> response.resume("later")).start();
    }

    @GET
    @Path("soon")
    public void soon(@Suspended AsyncResponse response) throws InterruptedException {
      Thread other = new Thread(() -> response.resume(Response.noContent().build()));
      other.start();
      other.join(2);
    }

    @GET
    @Path("fails")
    public String fails() {
      throw new IllegalStateException("boom");
    }

    @GET
    @Path("open")
    public String open(@Context HttpServletResponse response) {
      response.setHeader("Access-Control-Allow-Origin", "*");
      response.setHeader("Access-Control-Allow-Credentials", "true");
      return "open";
    }

    @DELETE
    @CorsPolicy(origins = CorsPolicy.NONE, refusal = Refusal.REJECT)
    public void delete() {
      Calls.count("delete");
    }
  }

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return Calls.counted("plain");
    }

    @GET
    @Path("soon")
    public void soon(@Suspended AsyncResponse response) throws InterruptedException {
      Thread other = new Thread(() -> response.resume(Response.noContent().build()));
      other.start();
      other.join(2);
    }

    @PUT
    public void put(String text) {
      Calls.count("plain put");
    }

    @OPTIONS
    public Response options() {
      Calls.count("plain options");
      return Response.ok().header("Access-Control-Allow-Origin", "*").build();
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  @AutoClose private Catalina server;

  @BeforeEach
  void prepare(@TempDir java.nio.file.Path folder) {
    server = new Catalina(Catalina.documents(folder));
  }

  private Reply send(Request request) {
    Calls.Counted<Reply> counted = Calls.during(() -> server.send(request));
    if (request.isPreflight()) {
      assertThat(counted.calls()).isEmpty();
    }
    return counted.result();
  }

  private void assertFields(Request request, int status, String... fields) {
    Reply reply = send(request);
    assertThat(reply.cors()).containsExactly(fields);
    assertThat(reply.status()).isEqualTo(status);
  }

  private void start() {
    server
        .filter("door", new Door(), "/*")
        .rest("/api/*", 1, Governed.class, Plain.class)
        .servlet("/one", Served.text("one"))
        .start();
  }

  @Test
  void a_policy_of_a_resource_decides_on_preflights() {
    start();
    assertFields(
        preflight("/api/governed", APP, "PUT").asking("content-type"),
        204,
        "Access-Control-Allow-Headers: Content-Type",
        "Access-Control-Allow-Methods: GET, HEAD, PUT",
        ALLOW_APP,
        "Access-Control-Max-Age: 600",
        VARY_PREFLIGHT);
    assertFields(preflight("/api/governed", DOOR, "PUT"), 403, VARY_PREFLIGHT);
    assertFields(preflight("/api/governed", DOOR, "GET"), 403, VARY_PREFLIGHT);
    assertFields(preflight("/api/governed", APP, "DELETE"), 403, VARY_PREFLIGHT);
    assertThat(log.warnings()).hasSize(3).allMatch(line -> line.contains("/governed"));
  }

  @Test
  void a_policy_of_a_resource_decides_on_actual_requests() {
    start();
    assertFields(get("/api/governed", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/api/governed", DOOR), 200, VARY);
    assertFields(get("/api/governed"), 200, VARY);
    assertFields(get("/api/governed/later", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/api/governed/later", DOOR), 200, VARY);
    assertFields(Request.of("DELETE", "/api/governed").from(DOOR), 403, VARY);
    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void a_response_that_is_complete_before_its_method_returns_has_the_fields() {
    start();
    for (int i = 0; i < 200; i++) {
      assertFields(get("/api/governed/soon", APP), 204, ALLOW_APP, VARY);
      assertFields(
          get("/api/plain/soon", DOOR),
          204,
          ALLOW_DOOR,
          "Access-Control-Expose-Headers: X-Door",
          VARY);
    }
  }

  @Test
  void what_a_resource_writes_to_the_servlet_response_is_replaced() {
    start();
    assertFields(get("/api/governed/open", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/api/governed/open", EVIL), 200, VARY);
    assertThat(log.warnings()).anyMatch(line -> line.contains("sets Access-Control-*"));
  }

  @Test
  void without_the_door_the_log_says_what_is_sent_past_the_policy() {
    server.rest("/api/*", 1, Governed.class).start();
    server.send(get("/api/governed", EVIL));
    assertThat(log.warnings()).hasSize(1).noneMatch(line -> line.contains("servlet response"));
    for (int i = 0; i < 3; i++) {
      server.send(get("/api/governed/open", EVIL));
    }
    assertThat(log.warnings())
        .filteredOn(line -> line.contains("servlet response"))
        .containsExactly(
            "CORS: a servlet filter, or a resource that writes to HttpServletResponse, sets"
                + " Access-Control-* on the servlet response to GET /shop/api/governed/open (policy:"
                + " Governed); they are sent beside or in the place of what the policy says. Remove"
                + " them, or put a CorsServletFilter before that filter and Jakarta REST.");
  }

  @Test
  void the_door_decides_about_resources_without_a_policy() {
    start();
    assertFields(
        preflight("/api/plain", DOOR, "GET"),
        204,
        "Access-Control-Allow-Headers: Content-Type",
        "Access-Control-Allow-Methods: GET, HEAD",
        ALLOW_DOOR,
        "Access-Control-Max-Age: 600",
        VARY_PREFLIGHT);
    assertFields(preflight("/api/plain", APP, "GET"), 403, VARY_PREFLIGHT);
    assertFields(
        get("/api/plain", DOOR), 200, ALLOW_DOOR, "Access-Control-Expose-Headers: X-Door", VARY);
    assertFields(get("/api/plain", APP), 200, VARY);
    assertThat(log.warnings()).hasSize(2);
  }

  @Test
  void a_path_that_no_resource_has_is_answered_as_jakarta_rest_does() {
    start();
    assertFields(preflight("/api/nowhere", DOOR, "GET"), 404, VARY_PREFLIGHT);
    assertFields(preflight("/api/governed", APP, "PATCH"), 405, VARY_PREFLIGHT);
    assertFields(
        get("/api/nowhere", DOOR), 404, ALLOW_DOOR, "Access-Control-Expose-Headers: X-Door", VARY);
  }

  @Test
  void what_is_not_jakarta_rest_is_decided_by_the_door() {
    start();
    assertFields(get("/one", DOOR), 200, ALLOW_DOOR, "Access-Control-Expose-Headers: X-Door", VARY);
    assertThat(send(preflight("/one", APP, "GET")).status()).isEqualTo(403);
    assertThat(send(preflight("/files/page.txt", DOOR, "GET")).status()).isEqualTo(204);
  }

  @Test
  void a_door_that_rejects_leaves_resources_with_a_policy_alone() {
    server
        .filter("door", new StrictDoor(), "/*")
        .rest("/api/*", 1, Governed.class, Plain.class)
        .start();
    assertFields(get("/api/governed", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/api/governed", EVIL), 200, VARY);
    Calls.Counted<Reply> rejected = Calls.during(() -> server.send(get("/api/plain", APP)));
    assertThat(rejected.result().status()).isEqualTo(403);
    assertThat(rejected.result().cors()).containsExactly(VARY);
    assertThat(rejected.calls()).isEmpty();
    assertFields(get("/files/page.txt", APP), 403, VARY);
  }

  @Test
  void an_exception_that_nothing_maps_grants_the_door_nothing() {
    start();
    assertThat(send(get("/api/governed/fails", DOOR)).cors())
        .doesNotContain(ALLOW_DOOR)
        .doesNotContain(ALLOW_APP);
  }

  @Test
  void a_filter_that_answers_in_between_is_told_of_and_grants_nothing() {
    server
        .filter("door", new Door(), "/*")
        .filter(
            "guard",
            (request, response, chain) -> ((HttpServletResponse) response).sendError(401),
            "/*")
        .rest("/api/*", 1, Governed.class)
        .start();
    assertFields(preflight("/api/governed", APP, "GET"), 401, VARY_PREFLIGHT);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("Unanswered preflight: GET /shop/api/governed")
        .endsWith(
            "a servlet filter answered 401 before Jakarta REST was reached; let that filter pass"
                + " on what CorsServletFilter.isPreflight reports");
    assertFields(
        get("/api/governed", DOOR), 401, ALLOW_DOOR, "Access-Control-Expose-Headers: X-Door", VARY);
  }

  @Test
  void a_filter_in_between_that_lets_options_pass_is_passed() {
    server
        .filter("door", new Door(), "/*")
        .filter(
            "guard",
            (request, response, chain) -> {
              HttpServletRequest http = (HttpServletRequest) request;
              if (http.getMethod().equals("OPTIONS") && CorsServletFilter.isPreflight(http)) {
                chain.doFilter(request, response);
              } else {
                ((HttpServletResponse) response).sendError(401);
              }
            },
            "/*")
        .rest("/api/*", 1, Governed.class)
        .start();
    assertThat(send(preflight("/api/governed", APP, "GET")).status()).isEqualTo(204);
    assertThat(send(get("/api/governed", APP)).status()).isEqualTo(401);
  }

  @Test
  void jakarta_rest_that_starts_late_decides_from_the_first_preflight_on() {
    server.filter("door", new Door(), "/*").rest("/api/*", -1, Governed.class).start();
    assertThat(send(preflight("/api/governed", APP, "PUT")).cors()).contains(ALLOW_APP);
    assertFields(preflight("/api/governed", DOOR, "PUT"), 403, VARY_PREFLIGHT);
  }

  @Test
  void jakarta_rest_without_the_library_is_decided_by_the_door_and_never_runs_on_a_preflight() {
    ResourceConfig without =
        new ResourceConfig(Plain.class)
            .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
            .property("jakarta.ws.rs.loadServices", false);
    server.filter("door", new Door(), "/*").rest("/api/*", 1, without).start();
    Reply granted = send(preflight("/api/plain", DOOR, "GET"));
    assertThat(granted.cors()).contains(ALLOW_DOOR, VARY_PREFLIGHT);
    assertThat(granted.status()).isEqualTo(204);
    assertFields(preflight("/api/plain", APP, "GET"), 403, VARY_PREFLIGHT);
    assertFields(
        get("/api/plain", DOOR), 200, ALLOW_DOOR, "Access-Control-Expose-Headers: X-Door", VARY);
  }

  @Test
  void a_forward_to_a_resource_with_a_policy_is_decided_by_that() {
    server
        .filter("door", new Door(), "/*")
        .rest("/api/*", 1, Governed.class)
        .servlet(
            "/old",
            Served.by(
                (request, response) ->
                    request.getRequestDispatcher("/api/governed").forward(request, response)))
        .start();
    assertFields(get("/old", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/old", DOOR), 200, VARY);
  }
}
