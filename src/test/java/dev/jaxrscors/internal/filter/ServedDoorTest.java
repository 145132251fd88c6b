package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The servlet door between a container and what is behind it, whatever the container does. */
class ServedDoorTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";
  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final String FILE = "https://api.example.com/shop/files/a.txt";
  private static final String FROM_A = "Origin: " + A;
  private static final String FROM_B = "Origin: " + B;
  private static final String ASKED = "Access-Control-Request-Method: GET";

  @CorsPolicy(origins = A)
  private static final class Outer {}

  @CorsPolicy(origins = B)
  private static final class Inner {}

  @AutoClose private final CapturedLog log = CapturedLog.open();
  @AutoClose private final DeployedDoors doors = new DeployedDoors();
  private final List<HttpServletRequest> behind = new ArrayList<>();
  private final RecordedResponse sent = new RecordedResponse();

  private ServedDoor deploy(Class<?> type, String pattern) {
    return doors.deploy(type, pattern);
  }

  private @Nullable List<String> allowed(ServedDoor door, String line) throws Exception {
    sent.fields.clear();
    door.filter(ServletFakes.request("GET", FILE, line), sent.response(), this::pass);
    return sent.fields.get(ALLOW);
  }

  private void pass(Object request, Object response) {
    behind.add((HttpServletRequest) request);
  }

  @Test
  void of_several_the_nearest_decides_for_as_long_as_it_is_there() throws Exception {
    ServedDoor outer = deploy(Outer.class, "/*");
    ServedDoor inner = deploy(Inner.class, "/files/*");
    assertThat(allowed(outer, FROM_B)).containsExactly(B);
    assertThat(allowed(outer, FROM_A)).isNull();

    doors.end(inner);
    assertThat(allowed(outer, FROM_A)).containsExactly(A);
    assertThat(allowed(outer, FROM_B)).isNull();
  }

  @Test
  void a_parameter_of_the_filter_goes_before_one_of_the_web_application() throws Exception {
    doors.settings.put("cors.default.exposed-headers", "X-Application");
    allowed(deploy(Outer.class, "/*"), FROM_A);
    assertThat(sent.fields)
        .containsEntry("Access-Control-Expose-Headers", List.of("X-Application"));

    Map<String, String> parameters = Map.of("cors.default.exposed-headers", "X-Filter");
    allowed(doors.deploy(Inner.class, "/files/*", parameters, Setup.EMPTY), FROM_B);
    assertThat(sent.fields).containsEntry("Access-Control-Expose-Headers", List.of("X-Filter"));
  }

  @Test
  void another_filter_that_wraps_the_response_does_not_make_the_door_decide_again()
      throws Exception {
    ServedDoor door = deploy(Outer.class, "/*");
    List<Object> reached = new ArrayList<>();
    List<Object> handedOn = new ArrayList<>();
    FilterChain forwarding =
        (request, response) -> {
          HttpServletResponse wrapped =
              new HttpServletResponseWrapper((HttpServletResponse) response);
          for (HttpServletResponse each : List.of((HttpServletResponse) response, wrapped)) {
            handedOn.add(each);
            door.filter((HttpServletRequest) request, each, (r, again) -> reached.add(again));
          }
        };
    door.filter(ServletFakes.request("GET", FILE, FROM_A), sent.response(), forwarding);
    assertThat(reached).isEqualTo(handedOn).hasSize(2);
  }

  @Test
  void where_the_container_begins_anew_the_fields_are_put_again() throws Exception {
    ServedDoor door = deploy(Outer.class, "/*");
    HttpServletRequest request = ServletFakes.request("GET", FILE, FROM_A);
    door.filter(request, sent.response(), this::pass);
    sent.fields.clear();

    door.filter(request, sent.response(), this::pass);
    assertThat(sent.fields).containsEntry(ALLOW, List.of(A));
    assertThat(behind).hasSize(2);
  }

  @Test
  void a_response_that_is_on_its_way_is_left_alone() throws Exception {
    ServedDoor door = deploy(Outer.class, "/*");
    HttpServletRequest request = ServletFakes.request("GET", FILE, FROM_A);
    door.filter(request, sent.response(), this::pass);
    sent.fields.clear();
    sent.committed = true;

    HttpServletResponse same = sent.response();
    List<Object> reached = new ArrayList<>();
    door.filter(request, same, (r, response) -> reached.add(response));
    assertThat(reached).containsExactly(same);
    assertThat(sent.fields).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = DispatcherType.class,
      names = {"ERROR", "INCLUDE", "ASYNC"})
  void what_has_run_already_is_no_preflight_any_more(DispatcherType type) throws Exception {
    HttpServletRequest request = dispatched(type);
    deploy(Outer.class, "/*").filter(request, sent.response(), this::pass);
    assertThat(behind).hasSize(1);
    assertThat(sent.fields).containsEntry(ALLOW, List.of(A));
  }

  @ParameterizedTest
  @EnumSource(
      value = DispatcherType.class,
      names = {"REQUEST", "FORWARD"})
  void a_preflight_that_is_forwarded_here_is_answered_here(DispatcherType type) throws Exception {
    deploy(Outer.class, "/*").filter(dispatched(type), sent.response(), this::pass);
    assertThat(behind).isEmpty();
    assertThat(sent.status).isEqualTo(204);
  }

  private static HttpServletRequest dispatched(DispatcherType type) {
    return ServletFakes.request(
        Map.of("getDispatcherType", arguments -> type), "OPTIONS", FILE, FROM_A, ASKED);
  }

  @Test
  void a_preflight_can_be_told_before_the_door_and_behind_it() throws Exception {
    ServedDoor door = deploy(Outer.class, "/*");
    HttpServletRequest preflight = toRest();
    assertThat(ServedDoor.isPreflight(preflight)).isTrue();
    door.filter(preflight, sent.response(), this::pass);
    assertThat(behind).singleElement().matches(ServedDoor::isPreflight);

    HttpServletRequest actual = ServletFakes.request("OPTIONS", FILE, FROM_A);
    assertThat(ServedDoor.isPreflight(actual)).isFalse();
    door.filter(actual, sent.response(), this::pass);
    assertThat(behind.get(1)).matches(request -> !ServedDoor.isPreflight(request));
  }

  private static HttpServletRequest toRest() {
    return ServletFakes.request(
        Map.of(
            "getHttpServletMapping",
            arguments -> ServletFakes.mapping(Application.class.getName())),
        "OPTIONS",
        FILE,
        FROM_A,
        ASKED);
  }

  /** Where the library is not known to be behind it, no resource method may answer. */
  @Test
  void a_preflight_is_let_through_with_a_method_that_no_resource_has() throws Exception {
    inWebApplication(
        false,
        () -> {
          deploy(Outer.class, "/*").filter(toRest(), sent.response(), this::pass);
          assertThat(behind)
              .singleElement()
              .matches(request -> request.getMethod().equals(DoorRequest.NO_METHOD))
              .matches(request -> !request.isAsyncSupported());
          assertThat(sent.status).isEqualTo(204);
          assertThat(sent.fields).containsEntry(ALLOW, List.of(A));
        });
  }

  @ParameterizedTest
  @CsvSource({"200, 403", "302, 403", "399, 403", "400, 400", "401, 401", "503, 503"})
  void a_preflight_that_never_reaches_the_library_is_refused_with_an_error(int status, int refused)
      throws Exception {
    inWebApplication(
        true,
        () -> {
          FilterChain guard =
              (request, response) -> ((HttpServletResponse) response).setStatus(status);
          deploy(Outer.class, "/*").filter(toRest(), sent.response(), guard);
          assertThat(sent.status).isEqualTo(refused);
          assertThat(sent.fields).containsOnlyKeys("Vary");
          assertThat(sent.contentType).isEqualTo("text/plain");
          assertThat(sent.calls).contains("setContentLength[0]", "flushBuffer");
          assertThat(log.warnings())
              .singleElement()
              .asString()
              .contains("a servlet filter answered " + status);
        });
  }

  /** Something that is done in a web application. */
  @FunctionalInterface
  interface Deed {
    void run() throws Exception;
  }

  static void inWebApplication(boolean isRest, Deed deed) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new ClassLoader(before) {});
    try {
      if (isRest) {
        DoorFinder.addApplication();
      }
      deed.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void an_exception_that_nothing_catches_is_answered_where_somebody_says_so() throws Exception {
    Setup mapping = new Setup.Builder().mapUnhandledExceptions().build();
    ServedDoor door = doors.deploy(Outer.class, "/*", Map.of(), mapping);
    FilterChain failing =
        (request, response) -> {
          throw new ServletException("boom");
        };
    door.filter(ServletFakes.request("GET", FILE, FROM_A), sent.response(), failing);
    assertThat(sent.calls).containsExactly("sendError[500]");
    assertThat(log.errors()).hasSize(1);

    sent.committed = true;
    assertThatThrownBy(
            () -> door.filter(ServletFakes.request("GET", FILE), sent.response(), failing))
        .hasMessage("boom");
    assertThat(log.errors()).hasSize(1);
  }

  @Test
  void elsewhere_it_is_left_to_the_container() throws Exception {
    FilterChain failing =
        (request, response) -> {
          throw new IOException("boom");
        };
    ServedDoor door = deploy(Outer.class, "/*");
    assertThatThrownBy(
            () -> door.filter(ServletFakes.request("GET", FILE), sent.response(), failing))
        .hasMessage("boom");
    assertThat(sent.calls).isEmpty();
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void of_two_on_one_path_the_first_by_name_decides_in_whatever_order_they_are_made()
      throws Exception {
    ServedDoor outer = deploy(Outer.class, "/*");
    ServedDoor inner = deploy(Inner.class, "/*");
    assertInnerDecides(outer, inner);

    doors.end(outer);
    assertInnerDecides(inner, deploy(Outer.class, "/*"));
  }

  private void assertInnerDecides(ServedDoor... doors) throws Exception {
    for (ServedDoor met : doors) {
      assertThat(allowed(met, FROM_B)).containsExactly(B);
      assertThat(allowed(met, FROM_A)).isNull();
    }
  }

  @Test
  void what_is_switched_off_lets_everything_through_untouched() throws Exception {
    doors.settings.put("cors.enabled", "false");
    ServedDoor door = deploy(Outer.class, "/*");
    assertThat(allowed(door, FROM_A)).isNull();
    assertThat(sent.fields).isEmpty();
    assertThat(behind).hasSize(1);
    assertThat(log.infos())
        .containsExactly("CORS is switched off: no policy of filter Outer is in force.");
  }

  @Test
  void a_switch_that_is_on_is_not_worth_a_word() {
    deploy(Outer.class, "/*");
    assertThat(log.infos()).noneMatch(line -> line.contains("switched off"));
  }

  @CorsPolicy(origins = A, refusal = Refusal.REJECT)
  private static final class Strict {}

  @Test
  void a_request_is_rejected_before_anything_behind_the_door_runs() throws Exception {
    assertThat(allowed(deploy(Strict.class, "/*"), FROM_B)).isNull();
    assertThat(behind).isEmpty();
    assertThat(sent.status).isEqualTo(403);
    assertThat(sent.contentType).isEqualTo("application/json");
    assertThat(sent.bytes).hasToString(Answers.REJECTION);
    assertThat(sent.calls).contains("setContentLength[" + Answers.REJECTION.length() + "]");
    assertThat(sent.fields).containsOnly(Map.entry("Vary", List.of("Origin")));
  }

  private void preflight(ServedDoor door, String... lines) throws Exception {
    door.filter(ServletFakes.request("OPTIONS", FILE, lines), sent.response(), this::pass);
    assertThat(behind).isEmpty();
  }

  @Test
  void a_refused_preflight_is_empty_and_sent_at_once() throws Exception {
    preflight(deploy(Outer.class, "/*"), FROM_B, ASKED);
    assertThat(sent.status).isEqualTo(403);
    assertThat(sent.contentType).isEqualTo("text/plain");
    assertThat(sent.calls).contains("setContentLength[0]", "flushBuffer");
    assertThat(sent.fields).containsOnlyKeys("Vary");
  }

  @Test
  void a_malformed_preflight_is_refused_and_told() throws Exception {
    preflight(deploy(Outer.class, "/*"), FROM_A, FROM_B, ASKED);
    assertThat(sent.status).isEqualTo(403);
    assertThat(log.warnings()).singleElement().asString().contains("Refused preflight");
  }

  @Test
  void a_granted_preflight_has_the_status_and_the_cache_control_of_the_setup() throws Exception {
    Setup cached =
        new Setup.Builder().preflightStatus(200).preflightCacheControl("max-age=5").build();
    ServedDoor door = doors.deploy(Outer.class, "/*", Map.of(), cached);
    preflight(door, FROM_A, ASKED);
    assertThat(sent.status).isEqualTo(200);
    assertThat(sent.calls).containsExactly("flushBuffer");
    assertThat(sent.fields)
        .containsEntry(ALLOW, List.of(A))
        .containsEntry("Cache-Control", List.of("max-age=5"));

    sent.fields.clear();
    preflight(door, FROM_B, ASKED);
    assertThat(sent.fields).doesNotContainKey("Cache-Control");
  }

  @Test
  void without_a_setup_no_cache_is_told_anything() throws Exception {
    preflight(deploy(Outer.class, "/*"), FROM_A, ASKED);
    assertThat(sent.fields).containsEntry(ALLOW, List.of(A)).doesNotContainKey("Cache-Control");
  }

  private void throughRest(FilterChain chain) throws Exception {
    HttpServletRequest request =
        ServletFakes.request(
            Map.of(
                "getHttpServletMapping",
                arguments -> ServletFakes.mapping(Application.class.getName())),
            "GET",
            FILE,
            FROM_B);
    deploy(Strict.class, "/*").filter(request, sent.response(), chain);
  }

  @Test
  void a_request_to_jakarta_rest_is_not_rejected_before_that_has_decided() throws Exception {
    inWebApplication(
        true,
        () -> {
          throughRest(
              (request, response) -> {
                assertThat(sent.fields).isEmpty();
                pass(request, response);
                DoorExchange.of((HttpServletRequest) request)
                    .decide(new ResponseHeaders(B, "", "", "", "", "", Vary.ORIGIN));
              });
          assertThat(behind).hasSize(1);
          assertThat(sent.fields).containsEntry(ALLOW, List.of(B));
        });
  }

  @Test
  void one_where_the_library_is_not_known_to_be_behind_the_door_is_rejected_there()
      throws Exception {
    inWebApplication(
        false,
        () -> {
          throughRest(this::pass);
          assertThat(behind).isEmpty();
          assertThat(sent.status).isEqualTo(403);
        });
  }

  @Test
  void what_fails_in_jakarta_rest_has_the_fields_all_the_same() throws Exception {
    inWebApplication(
        true,
        () -> {
          assertThatThrownBy(
                  () ->
                      throughRest(
                          (request, response) -> {
                            throw new ServletException("boom");
                          }))
              .hasMessage("boom");
          assertThat(sent.fields).containsOnlyKeys("Vary");
        });
  }

  @Test
  void what_goes_on_asynchronously_is_left_to_the_thread_that_goes_on() throws Exception {
    inWebApplication(
        true,
        () -> {
          throughRest(
              (request, response) -> {
                DoorExchange.of((HttpServletRequest) request).enter();
                ((DoorResponse) response).goOn();
              });
          assertThat(sent.fields).isEmpty();
        });
  }

  @Test
  void a_preflight_that_jakarta_rest_decides_has_its_fields() throws Exception {
    inWebApplication(
        true,
        () -> {
          FilterChain rest =
              (request, response) -> {
                DoorExchange exchange = DoorExchange.of((HttpServletRequest) request);
                exchange.enter();
                exchange.decide(new ResponseHeaders(B, "", "", "", "", "", Vary.PREFLIGHT));
                assertThat(((HttpServletRequest) request).getMethod()).isEqualTo("OPTIONS");
              };
          deploy(Outer.class, "/*").filter(toRest(), sent.response(), rest);
          assertThat(sent.fields).containsEntry(ALLOW, List.of(B));
        });
  }
}
