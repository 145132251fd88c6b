package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.Heard;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.filter.JudgedShop.Orders;
import dev.jaxrscors.internal.filter.JudgedShop.Plain;
import dev.jaxrscors.internal.filter.JudgedShop.Wrong;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The last step on the way out, which may run twice: when writing the first response fails. */
class FinishFilterTest {

  private static final String ORDERS = "https://api.example.com/orders";
  private static final String APP = "https://app.example.com";
  private static final String FROM_APP = "Origin: " + APP;
  private static final String FROM_EVIL = "Origin: https://evil.example";
  private static final String ASKED = "Access-Control-Request-Method: GET";
  private static final Map.Entry<String, List<Object>> ALLOWED =
      Map.entry("Access-Control-Allow-Origin", List.of(APP));
  private static final Map.Entry<String, List<Object>> VARY = Map.entry("Vary", List.of("Origin"));
  private static final Map.Entry<String, List<Object>> VARY_PREFLIGHT =
      Map.entry("Vary", List.of(Vary.PREFLIGHT.fieldValue()));

  @AutoClose private final CapturedLog log = CapturedLog.openAt(Level.FINE);
  private final Heard heard = new Heard();
  private ServedApplication served = served(Map.of());
  private int status = 200;

  private ServedApplication served(Map<String, Object> properties) {
    return Served.application(
        new Setup.Builder().listener(heard).build(), properties, Orders.class, Plain.class);
  }

  private static ContainerRequestContext plain(String method, String... lines) {
    return Fakes.request(response -> {}, method, Fakes.uri(ORDERS), lines);
  }

  /**
   * Returns the fields of a response, and those of another one in its place, which are the same.
   */
  private MultivaluedMap<String, Object> finished(ContainerRequestContext request) {
    MultivaluedMap<String, Object> first = new MultivaluedHashMap<>();
    finish(request, first);
    MultivaluedMap<String, Object> second = new MultivaluedHashMap<>();
    finish(request, second);
    assertThat(second).isEqualTo(first);
    return first;
  }

  private void finish(ContainerRequestContext request, MultivaluedMap<String, Object> fields) {
    new FinishFilter(served, new WriterGuard(), new Underneath(ServletFields.UNKNOWN))
        .filter(request, response(fields));
  }

  private ContainerResponseContext response(MultivaluedMap<String, Object> fields) {
    return Fakes.fake(
        ContainerResponseContext.class,
        Map.of(
            "getStatus", arguments -> status,
            "setStatus", arguments -> answered((int) arguments[0]),
            "getEntity", arguments -> null,
            "getHeaders", arguments -> fields));
  }

  private Object answered(int code) {
    status = code;
    return code;
  }

  private ContainerRequestContext answered(
      ContainerRequestContext plain, Class<?> type, String method) {
    ContainerRequestContext request = RestEasyFilterTest.matched(plain, type, method);
    new AnswerFilter(served).filter(request);
    return request;
  }

  private ContainerRequestContext preflight(Class<?> type, String line) {
    ContainerRequestContext request = plain("GET", line, ASKED);
    Exchange.start(request, served.on(request), Incoming.WellFormed.PREFLIGHT);
    return answered(request, type, "list");
  }

  @Test
  void a_grant_is_told_once() {
    assertThat(finished(answered(plain("GET", FROM_APP), Orders.class, "list")))
        .containsOnly(ALLOWED, VARY);
    assertThat(heard.events()).hasSize(1).hasOnlyElementsOfType(CorsEvent.Granted.class);
  }

  @Test
  void a_refusal_is_told_once() {
    assertThat(finished(answered(plain("GET", FROM_EVIL), Orders.class, "list")))
        .containsOnly(VARY);
    assertThat(heard.events()).hasSize(1).hasOnlyElementsOfType(CorsEvent.Withheld.class);
  }

  @Test
  void what_was_judged_before_the_resource_ran_is_told_once() {
    assertThat(finished(answered(plain("POST", FROM_APP), Orders.class, "add")))
        .containsOnly(ALLOWED, VARY);
    assertThat(finished(answered(plain("POST", FROM_EVIL), Orders.class, "add")))
        .containsOnly(VARY);
    assertThat(heard.events()).hasSize(2);
    assertThat(heard.events().get(0)).isInstanceOf(CorsEvent.Granted.class);
    assertThat(heard.events().get(1)).isInstanceOf(CorsEvent.Refused.class);
    assertThat(log.warnings()).singleElement().asString().contains("Rejected request: POST");
  }

  @Test
  void a_request_of_no_script_is_rejected_without_a_violation() {
    ContainerRequestContext form = plain("POST", FROM_EVIL, "Sec-Fetch-Mode: navigate");
    assertThat(finished(answered(form, Orders.class, "add"))).containsOnly(VARY);
    finished(answered(plain("GET", FROM_EVIL, "Sec-Fetch-Mode: no-cors"), Orders.class, "list"));
    assertThat(heard.events()).isEmpty();
    assertThat(log.warnings()).isEmpty();
    assertThat(log.at(Level.FINE)).filteredOn(line -> line.contains("Rejected form")).hasSize(1);
  }

  @Test
  void a_page_of_the_server_itself_is_no_violation() {
    ContainerRequestContext own = plain("POST", "Origin: https://api.example.com");
    assertThat(finished(answered(own, Orders.class, "add"))).containsOnly(VARY);
    assertThat(heard.events()).isEmpty();
  }

  @Test
  void what_becomes_of_a_preflight_is_told_once() {
    assertThat(finished(preflight(Orders.class, FROM_APP))).contains(ALLOWED, VARY_PREFLIGHT);
    assertThat(finished(preflight(Orders.class, FROM_EVIL))).containsOnly(VARY_PREFLIGHT);
    assertThat(heard.events()).hasSize(2);
    assertThat(heard.events().get(0)).isInstanceOf(CorsEvent.Granted.class);
    assertThat(heard.events().get(1)).isInstanceOf(CorsEvent.Refused.class);
    assertThat(log.warnings()).singleElement().asString().contains("Refused preflight");
  }

  @Test
  void an_answer_to_one_that_no_policy_governs_is_the_applications() {
    assertThat(finished(preflight(Plain.class, FROM_APP))).isEmpty();
    assertThat(heard.events()).isEmpty();
  }

  /** Another preflight to that URL may be granted. */
  @Test
  void one_that_a_filter_answers_before_the_match_varies_and_is_told() {
    ContainerRequestContext request = plain("OPTIONS", FROM_APP, ASKED);
    Exchange.start(request, served.on(request), Incoming.WellFormed.PREFLIGHT);
    status = 401;
    assertThat(finished(request)).containsOnly(VARY_PREFLIGHT);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.ANSWERED_BEFORE_MATCH));
    assertThat(log.warnings()).singleElement().asString().contains("Unanswered preflight");
  }

  @Test
  void one_that_the_application_withholds_is_refused_as_any_other() {
    ContainerRequestContext request = preflight(Orders.class, FROM_APP);
    FinishFilter.withhold(request);
    assertThat(finished(request)).containsOnly(VARY_PREFLIGHT);
    assertThat(status).isEqualTo(403);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.WITHHELD_BY_APPLICATION));
  }

  @Test
  void what_the_application_takes_back_has_run_and_is_no_rejection() {
    ContainerRequestContext request = answered(plain("POST", FROM_APP), Orders.class, "add");
    FinishFilter.withhold(request);
    assertThat(finished(request)).containsOnly(VARY);
    assertThat(heard.events()).hasSize(1).hasOnlyElementsOfType(CorsEvent.Withheld.class);
  }

  @Test
  void a_wrong_policy_that_is_found_too_late_grants_nothing_and_is_told_once() {
    assertThat(finished(answered(plain("GET", FROM_APP), Wrong.class, "list"))).containsOnly(VARY);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Withheld.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.NO_VALID_POLICY));
    assertThat(finished(answered(plain("GET"), Wrong.class, "list"))).containsOnly(VARY);
    assertThat(heard.events()).hasSize(1);
  }

  @Test
  void what_no_policy_governs_is_left_alone() {
    assertThat(finished(answered(plain("GET", FROM_APP), Plain.class, "list"))).isEmpty();
    assertThat(finished(answered(plain("OPTIONS", FROM_APP), Plain.class, "list"))).isEmpty();
    assertThat(log.at(Level.FINE)).noneMatch(line -> line.contains("Unreadable response"));
  }

  @Test
  void what_no_resource_answers_is_unreadable_and_to_options_it_varies() {
    status = 404;
    assertThat(finished(plain("GET", FROM_APP))).isEmpty();
    assertThat(log.at(Level.FINE)).anyMatch(line -> line.contains("Unreadable response"));
    assertThat(finished(plain("OPTIONS", FROM_APP))).containsOnly(VARY_PREFLIGHT);
    assertThat(heard.events()).isEmpty();
  }

  @Test
  void nobody_waits_for_an_unreadable_response_but_scripts_of_others() {
    finished(plain("GET"));
    finished(plain("GET", FROM_APP, "Sec-Fetch-Mode: navigate"));
    finished(plain("GET", "Origin: https://api.example.com"));
    assertThat(log.at(Level.FINE)).noneMatch(line -> line.contains("Unreadable response"));
  }

  @Test
  void a_policy_for_what_no_resource_answers_makes_it_readable() {
    served = served(Map.of("cors.default.origins", APP));
    status = 404;
    assertThat(finished(plain("GET", FROM_APP))).containsOnly(ALLOWED, VARY);
    assertThat(finished(plain("GET", FROM_EVIL))).containsOnly(VARY);
    assertThat(finished(plain("OPTIONS", FROM_EVIL))).containsOnly(VARY_PREFLIGHT);
    assertThat(heard.events()).as("of no resource").isEmpty();
  }

  @Test
  void a_source_of_origins_that_fails_fatally_there_is_not_asked_again_for_the_error() {
    List<Origin> asked = new ArrayList<>();
    Policy failing =
        Policy.builder()
            .originSource(
                (origin, target) -> {
                  asked.add(origin);
                  throw new InternalError(origin.toString());
                })
            .build();
    served =
        Served.application(
            new Setup.Builder().listener(heard).defaultPolicy(failing).build(), Map.of());
    ContainerRequestContext request = plain("GET", FROM_APP);
    assertThatThrownBy(() -> finish(request, new MultivaluedHashMap<>()))
        .isInstanceOf(InternalError.class);
    assertThat(finished(request)).containsOnly(VARY);
    assertThat(asked).hasSize(1);
    assertThat(heard.events()).isEmpty();
  }

  @Test
  void what_a_response_takes_back_the_one_in_its_place_does_not_grant() {
    ContainerRequestContext request = answered(plain("POST", FROM_APP), Orders.class, "add");
    finish(request, FinishFilter.withhold(Response.ok()).build().getHeaders());
    assertThat(finished(request)).containsOnly(VARY);
    assertThat(heard.events()).hasSize(1).hasOnlyElementsOfType(CorsEvent.Withheld.class);
  }

  @Test
  void the_servlet_door_is_told_what_was_put() {
    ContainerRequestContext request = answered(plain("GET", FROM_APP), Orders.class, "list");
    DoorExchange door =
        DoorExchange.actual(
            ServletFakes.request("GET", ORDERS), ServletFakes.host(), ServletFakes.governed());
    request.setProperty(Passage.ATTRIBUTE, door);
    DoorFinder.addDoor();
    try {
      finished(request);
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(door.isDecided()).isTrue();
    assertThat(door.headers()).returns(APP, ResponseHeaders::allowOrigin);
  }

  @Test
  void what_another_layer_has_set_is_replaced_and_warned_of() {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    fields.putSingle("Access-Control-Allow-Origin", "*");
    finish(answered(plain("GET", FROM_APP), Orders.class, "list"), fields);
    assertThat(fields).containsOnly(ALLOWED, VARY);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("sets Access-Control-* on responses of GET /orders (policy: Orders)");
  }

  /** Returns the fields of a response that was sent with a grant, and is sent again. */
  private MultivaluedMap<String, Object> sentAgainTo(ContainerRequestContext request) {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    finish(answered(plain("GET", FROM_APP), Orders.class, "list"), fields);
    assertThat(fields).containsOnly(ALLOWED, VARY);
    finish(request, fields);
    assertThat(log.warnings()).filteredOn(line -> line.contains("was sent before")).hasSize(1);
    return fields;
  }

  @Test
  void what_a_response_grants_does_not_go_with_it_to_another_origin() {
    assertThat(sentAgainTo(answered(plain("GET", FROM_EVIL), Orders.class, "list")))
        .containsOnly(VARY);
  }

  @Test
  void nor_to_what_no_policy_governs() {
    assertThat(sentAgainTo(answered(plain("GET", FROM_EVIL), Plain.class, "list"))).isEmpty();
  }

  @Test
  void nor_to_a_preflight_of_that() {
    assertThat(sentAgainTo(preflight(Plain.class, FROM_EVIL))).isEmpty();
  }

  @Test
  void nor_to_options_of_no_resource() {
    assertThat(sentAgainTo(plain("OPTIONS", FROM_EVIL))).containsOnly(VARY_PREFLIGHT);
  }

  @Test
  void what_is_switched_off_adds_nothing() {
    served = served(Map.of("cors.enabled", "false"));
    assertThat(finished(answered(plain("GET", FROM_APP), Orders.class, "list"))).isEmpty();
    assertThat(finished(plain("OPTIONS", FROM_APP))).isEmpty();
  }
}
