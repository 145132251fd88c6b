package dev.jaxrscors.servlet;

import static dev.jaxrscors.wire.Request.get;
import static dev.jaxrscors.wire.Request.options;
import static dev.jaxrscors.wire.Request.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.wire.Calls;
import dev.jaxrscors.wire.CapturedLog;
import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servlet door before servlets, static files, and what Tomcat answers itself. */
class CorsServletFilterTest {

  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String ALLOW_APP = "Access-Control-Allow-Origin: " + APP;
  private static final String VARY = "Vary: Origin";
  private static final String VARY_PREFLIGHT =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  @CorsPolicy(origins = APP, exposedHeaders = "X-Count")
  private static class FilesCors extends CorsServletFilter {}

  @CorsPolicy(origins = APP, methods = "*", credentials = Credentials.ALLOW)
  private static final class WritingCors extends CorsServletFilter {}

  @CorsPolicy(
      origins = APP,
      methods = {"GET", "POST"},
      allowedHeaders = "X-Api-Key")
  private static final class ListedCors extends CorsServletFilter {}

  @CorsPolicy(origins = APP, refusal = Refusal.REJECT)
  private static final class StrictCors extends CorsServletFilter {}

  @CorsPolicy(origins = "*", exposedHeaders = "X-Count")
  private static final class PublicCors extends CorsServletFilter {}

  @AutoClose private final CapturedLog log = CapturedLog.open();
  @AutoClose private Catalina server;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    server = new Catalina(Catalina.documents(folder));
  }

  private Catalina behind(Filter filter) {
    return server.filter("door", filter, "/*");
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

  @Test
  void a_preflight_is_answered_before_the_servlet_runs() {
    behind(new FilesCors()).servlet("/one", Served.text("one")).start();
    Reply granted = send(preflight("/one", APP, "GET").asking("content-type"));
    assertThat(granted.status()).isEqualTo(204);
    assertThat(granted.body()).isEmpty();
    assertThat(granted.cors())
        .containsExactly(
            "Access-Control-Allow-Headers: Content-Type",
            "Access-Control-Allow-Methods: GET, HEAD",
            ALLOW_APP,
            "Access-Control-Max-Age: 600",
            VARY_PREFLIGHT);
    Reply refused = send(preflight("/one", EVIL, "GET"));
    assertThat(refused.body()).isEmpty();
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.cors()).containsExactly(VARY_PREFLIGHT);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .startsWith("CORS: Refused preflight: GET /shop/one (/*) from origin \"" + EVIL + "\"")
        .endsWith(
            "its origin is not allowed; policy: FilesCors; to allow it: @CorsPolicy(origins = {\""
                + APP
                + "\", \""
                + EVIL
                + "\"})");
  }

  @Test
  void nothing_that_writes_is_granted_unless_somebody_wrote_so() {
    behind(new FilesCors()).start();
    assertFields(preflight("/files/page.txt", APP, "POST"), 403, VARY_PREFLIGHT);
    assertThat(
            send(preflight("/files/page.txt", APP, "PUT")).elements("Access-Control-Allow-Methods"))
        .containsExactly("GET", "HEAD");
  }

  @Test
  void an_asterisk_among_the_methods_means_the_usual_ones() {
    behind(new WritingCors()).start();
    assertFields(
        preflight("/x", APP, "DELETE"),
        204,
        "Access-Control-Allow-Credentials: true",
        "Access-Control-Allow-Headers: Content-Type",
        "Access-Control-Allow-Methods: GET, HEAD, POST, PUT, PATCH, DELETE",
        ALLOW_APP,
        "Access-Control-Max-Age: 600",
        VARY_PREFLIGHT);
  }

  @Test
  void a_list_of_methods_is_taken_as_it_is() {
    behind(new ListedCors()).start();
    assertFields(
        preflight("/x", APP, "POST").asking("x-api-key"),
        204,
        "Access-Control-Allow-Headers: X-Api-Key",
        "Access-Control-Allow-Methods: GET, HEAD, POST",
        ALLOW_APP,
        "Access-Control-Max-Age: 600",
        VARY_PREFLIGHT);
  }

  @Test
  void actual_responses_have_the_fields_and_others_vary() {
    behind(new FilesCors()).servlet("/one", Served.text("one")).start();
    assertFields(get("/one", APP), 200, ALLOW_APP, "Access-Control-Expose-Headers: X-Count", VARY);
    assertFields(get("/one", EVIL), 200, VARY);
    assertFields(get("/one"), 200, VARY);
    assertFields(get("/one").from(APP).from(APP), 200, VARY);
    assertFields(get("/one", "not an origin"), 200, VARY);
    assertThat(log.warnings()).hasSize(3);
  }

  @Test
  void a_public_policy_is_the_same_for_all() {
    behind(new PublicCors()).servlet("/one", Served.text("one")).start();
    for (Request request : List.of(get("/one"), get("/one", APP), get("/one", EVIL))) {
      assertFields(
          request, 200, "Access-Control-Allow-Origin: *", "Access-Control-Expose-Headers: X-Count");
    }
  }

  @Test
  void a_malformed_preflight_is_refused_at_once() {
    behind(new PublicCors()).servlet("/one", Served.text("one")).start();
    assertFields(preflight("/one", APP, "GET").from(EVIL), 403, VARY_PREFLIGHT);
    assertFields(preflight("/one", APP, "TRACE"), 403, VARY_PREFLIGHT);
    assertFields(preflight("/one", "x".repeat(5_000), "GET"), 403, VARY_PREFLIGHT);
  }

  @Test
  void other_options_requests_belong_to_the_application() {
    behind(new FilesCors()).servlet("/one", Served.text("one")).start();
    assertFields(
        options("/one").from(APP),
        200,
        ALLOW_APP,
        "Access-Control-Expose-Headers: X-Count",
        VARY_PREFLIGHT);
    assertFields(options("/one"), 200, VARY_PREFLIGHT);
  }

  @Test
  void a_request_is_rejected_before_the_servlet_runs() {
    behind(new StrictCors()).servlet("/one", Served.text("one")).start();
    Calls.Counted<Reply> rejected = Calls.during(() -> server.send(get("/one", EVIL)));
    assertThat(rejected.calls()).isEmpty();
    assertThat(rejected.result().status()).isEqualTo(403);
    assertThat(rejected.result().cors()).containsExactly(VARY);
    assertThat(rejected.result().text())
        .isEqualTo(
            "{\"error\":\"CORS_NOT_ALLOWED\",\"message\":\"Origin not permitted by CORS policy\"}");
    assertFields(get("/one", APP), 200, ALLOW_APP, VARY);
    assertFields(get("/one"), 200, VARY);
    assertFields(get("/one", EVIL).with("Sec-Fetch-Site", "same-origin"), 200, VARY);
    assertFields(get("/one", server.origin()), 200, VARY);
  }

  @Test
  void static_files_have_them_ranges_and_304_included() {
    behind(new FilesCors()).start();
    Reply whole = send(get("/files/page.txt", APP));
    assertThat(whole.text()).isEqualTo("0123456789");
    assertThat(whole.cors()).contains(ALLOW_APP, VARY);
    Reply part = send(get("/files/page.txt", APP).with("Range", "bytes=2-4"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("234");
    assertThat(part.cors()).contains(ALLOW_APP, VARY);
    Reply same = send(get("/files/page.txt", APP).with("If-None-Match", whole.all("ETag").get(0)));
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.cors()).contains(ALLOW_APP, VARY);
    assertThat(send(Request.of("HEAD", "/files/page.txt").from(APP)).cors()).contains(ALLOW_APP);
  }

  @Test
  void what_the_container_compresses_varies_by_both() {
    behind(new FilesCors()).compressing().start();
    Reply reply = send(get("/files/page.txt", APP).with("Accept-Encoding", "gzip"));
    assertThat(reply.all("Content-Encoding")).containsExactly("gzip");
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(APP);
    assertThat(reply.elements("Vary"))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .containsExactlyInAnyOrder("origin", "accept-encoding");
  }

  @Test
  void what_the_container_answers_itself_is_readable() {
    behind(new FilesCors())
        .servlet("/forbidden", Served.by((request, response) -> response.sendError(401, "no")))
        .servlet("/moved", Served.by((request, response) -> response.sendRedirect("/elsewhere")))
        .start();
    assertThat(send(get("/files/none", APP)).status()).isEqualTo(404);
    assertThat(send(get("/files/none", APP)).cors()).contains(ALLOW_APP, VARY);
    assertThat(send(get("/forbidden", APP)).cors()).contains(ALLOW_APP, VARY);
    Reply moved = send(get("/moved", APP));
    assertThat(moved.status()).isEqualTo(302);
    assertThat(moved.cors()).contains(ALLOW_APP, VARY);
  }

  @Test
  void what_a_filter_behind_it_answers_is_readable_and_no_preflight_reaches_it() {
    behind(new FilesCors())
        .filter(
            "guard",
            (request, response, chain) -> {
              Calls.count("guard");
              ((HttpServletResponse) response).sendError(401);
            },
            "/*")
        .start();
    Reply reply = send(get("/files/page.txt", APP));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.cors()).contains(ALLOW_APP, VARY);
    assertThat(send(preflight("/files/page.txt", APP, "GET")).status()).isEqualTo(204);
  }

  @Test
  void fields_of_the_application_are_replaced_as_a_set() {
    Served open =
        Served.by(
            (request, response) -> {
              response.setHeader("Access-Control-Allow-Origin", "*");
              response.addHeader("access-control-allow-credentials", "true");
              response.setIntHeader("Access-Control-Max-Age", 5);
              response.addIntHeader("Access-Control-Max-Age", 6);
              response.setHeader("Vary", "Accept, origin");
              response.addHeader("Vary", "Cookie");
              response.getWriter().write("open");
            });
    behind(new FilesCors()).servlet("/open", open).start();
    assertFields(get("/open", EVIL), 200, "Vary: Accept, origin, Cookie");
    assertFields(
        get("/open", APP),
        200,
        ALLOW_APP,
        "Access-Control-Expose-Headers: X-Count",
        "Vary: Accept, origin, Cookie");
    assertThat(log.warnings())
        .filteredOn(line -> line.contains("sets Access-Control-*"))
        .containsExactly(
            "CORS: the application, or another filter, sets Access-Control-* on responses of GET"
                + " /shop/open (policy: FilesCors), where the headers of the policy replace them."
                + " Remove the other one.");
  }

  @Test
  void a_filter_before_it_is_replaced_as_well() {
    server.filter(
        "old",
        (request, response, chain) -> {
          ((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "*");
          ((HttpServletResponse) response).setHeader("X-Other", "kept");
          chain.doFilter(request, response);
        },
        "/*");
    behind(new FilesCors()).servlet("/one", Served.text("one")).start();
    Reply reply = send(get("/one", EVIL));
    assertThat(reply.cors()).containsExactly(VARY);
    assertThat(reply.all("X-Other")).containsExactly("kept");
    assertThat(send(preflight("/one", EVIL, "GET")).cors()).containsExactly(VARY_PREFLIGHT);
  }

  @Test
  void a_response_that_begins_anew_has_them_once() {
    Served again =
        Served.by(
            (request, response) -> {
              response.setHeader("X-Count", "1");
              response.getWriter().write("lost");
              response.reset();
              response.setHeader("Access-Control-Allow-Origin", "*");
              response.setHeader("X-Count", "2");
              response.getWriter().write("kept");
            });
    behind(new FilesCors()).servlet("/again", again).start();
    Reply reply = send(get("/again", APP));
    assertThat(reply.text()).isEqualTo("kept");
    assertThat(reply.all("X-Count")).containsExactly("2");
    assertThat(reply.cors())
        .containsExactly(ALLOW_APP, "Access-Control-Expose-Headers: X-Count", VARY);
  }

  @Test
  void a_forward_an_include_and_an_error_page_are_decorated_once() {
    FilesCors door = new FilesCors();
    server
        .filter("door", door, Map.of(), EnumSet.allOf(DispatcherType.class), "/*")
        .servlet("/one", Served.text("one"))
        .servlet(
            "/forward",
            Served.by(
                (request, response) ->
                    request.getRequestDispatcher("/one").forward(request, response)))
        .servlet(
            "/include",
            Served.by(
                (request, response) -> {
                  request.getRequestDispatcher("/one").include(request, response);
                  response.getWriter().write("two");
                }))
        .servlet(
            "/page",
            Served.by(
                (request, response) -> {
                  response.setHeader("Access-Control-Allow-Origin", "*");
                  response.getWriter().write("an error page");
                }))
        .servlet(
            "/fails",
            Served.by(
                (request, response) -> {
                  throw new IllegalStateException("boom");
                }))
        .errorPage(404, "/page")
        .errorPage(500, "/page")
        .start();
    String[] fields = {ALLOW_APP, "Access-Control-Expose-Headers: X-Count", VARY};
    assertFields(get("/forward", APP), 200, fields);
    assertFields(get("/include", APP), 200, fields);
    assertThat(send(get("/include", APP)).text()).isEqualTo("onetwo");
    assertFields(get("/files/none", APP), 404, fields);
    assertThat(send(get("/files/none", APP)).text()).isEqualTo("an error page");
    assertFields(get("/fails", APP), 500, fields);
    assertFields(get("/fails", EVIL), 500, VARY);
  }

  @Test
  void what_goes_on_asynchronously_is_decorated_once() {
    server
        .filter(
            "door",
            new FilesCors(),
            Map.of(),
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC),
            "/*")
        .servlet(
            "/async",
            Served.by(
                (request, response) -> {
                  AsyncContext async = request.startAsync();
                  async.start(
                      () -> {
                        HttpServletResponse later = (HttpServletResponse) async.getResponse();
                        later.setHeader("Access-Control-Allow-Origin", "*");
                        try {
                          later.getWriter().write("later");
                        } catch (java.io.IOException e) {
                          throw new java.io.UncheckedIOException(e);
                        }
                        async.complete();
                      });
                }))
        .servlet(
            "/dispatch", Served.by((request, response) -> request.startAsync().dispatch("/one")))
        .servlet("/one", Served.text("one"))
        .start();
    String[] fields = {ALLOW_APP, "Access-Control-Expose-Headers: X-Count", VARY};
    assertFields(get("/async", APP), 200, fields);
    assertThat(send(get("/async", APP)).text()).isEqualTo("later");
    assertFields(get("/async", EVIL), 200, VARY);
    assertFields(get("/dispatch", APP), 200, fields);
    assertThat(send(get("/dispatch", APP)).text()).isEqualTo("one");
  }

  @Test
  void a_filter_can_tell_a_preflight() {
    server.filter(
        "guard",
        (request, response, chain) -> {
          if (CorsServletFilter.isPreflight((jakarta.servlet.http.HttpServletRequest) request)) {
            chain.doFilter(request, response);
          } else {
            ((HttpServletResponse) response).sendError(401);
          }
        },
        "/*");
    behind(new FilesCors()).start();
    assertThat(send(preflight("/files/page.txt", APP, "GET")).status()).isEqualTo(204);
    assertThat(send(options("/files/page.txt").from(APP)).status()).isEqualTo(401);
    assertThat(send(get("/files/page.txt", APP)).status()).isEqualTo(401);
  }
}
