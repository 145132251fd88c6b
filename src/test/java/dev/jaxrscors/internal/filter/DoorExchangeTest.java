package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.Heard;
import dev.jaxrscors.Refusal;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the servlet door decides about one request, and what it says of that. */
class DoorExchangeTest {

  private static final String FILE = "https://api.example.com/shop/files/a.txt";
  private static final String APP = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String OWN = "https://api.example.com";
  private static final String ASKED = "Access-Control-Request-Method: GET";
  private static final AppliedPolicy.Governed DOOR = governed(Policy.builder().origins(APP));
  private static final AppliedPolicy.Governed STRICT =
      governed(Policy.builder().origins(APP).refusal(Refusal.REJECT));

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final Heard heard = new Heard();
  private final DoorHost host = ServletFakes.host(heard);

  private static AppliedPolicy.Governed governed(Policy.Builder policy) {
    return new AppliedPolicy.Governed(
        new CompiledPolicy(policy.build(), Set.of(RequestMethod.of("GET")), Set.of()),
        Provenance.at("Door"),
        "/files/*",
        null,
        false);
  }

  private DoorExchange actual(AppliedPolicy.Governed door, String origin) {
    return DoorExchange.actual(request("GET", origin), host, door);
  }

  private DoorExchange preflight(String origin) {
    return DoorExchange.preflight(request("OPTIONS", origin), host, DOOR);
  }

  private static HttpServletRequest request(String method, String origin) {
    return ServletFakes.request(method, FILE, "Origin: " + origin, ASKED);
  }

  @Test
  void it_stays_with_its_request() {
    HttpServletRequest request = request("GET", APP);
    DoorExchange exchange = DoorExchange.actual(request, host, DOOR);
    assertThat(DoorExchange.of(request)).isNull();
    exchange.attach();
    assertThat(DoorExchange.of(request)).isSameAs(exchange);
    assertThat(exchange.host()).isSameAs(host);
    assertThat(exchange.isPreflight()).isFalse();
    assertThat(exchange.isEntered()).isFalse();
    assertThat(exchange.isLeft()).isFalse();
    assertThat(preflight(APP).isPreflight()).isTrue();
  }

  @Test
  void the_policy_is_asked_once_and_its_word_is_told_once() {
    DoorExchange exchange = actual(DOOR, EVIL);
    Verdict verdict = exchange.verdict();
    assertThat(exchange.verdict()).isSameAs(verdict).isInstanceOf(Verdict.Denied.class);
    assertThat(heard.events()).hasSize(1).hasOnlyElementsOfType(CorsEvent.Withheld.class);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void a_grant_is_told() {
    assertThat(actual(DOOR, APP).verdict()).isInstanceOf(Verdict.Granted.class);
    assertThat(preflight(APP).verdict()).isInstanceOf(Verdict.Granted.class);
    assertThat(heard.events()).hasSize(2).hasOnlyElementsOfType(CorsEvent.Granted.class);
  }

  @Test
  void a_refused_preflight_is_told_with_its_reason() {
    assertThat(preflight(EVIL).verdict()).isInstanceOf(Verdict.Denied.class);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.ORIGIN_NOT_ALLOWED));
  }

  @Test
  void a_page_of_the_server_itself_is_no_violation() {
    assertThat(actual(STRICT, OWN).verdict()).isInstanceOf(Verdict.Denied.class);
    assertThat(heard.events()).isEmpty();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void a_policy_rejects_what_it_refuses_but_no_page_of_the_server_itself() {
    assertThat(actual(STRICT, EVIL).isRejected()).isTrue();
    assertThat(actual(STRICT, APP).isRejected()).isFalse();
    assertThat(actual(STRICT, OWN).isRejected()).isFalse();
    assertThat(actual(DOOR, EVIL).isRejected()).isFalse();
  }

  @Test
  void a_source_of_origins_that_fails_fatally_grants_nothing_and_is_not_asked_again() {
    DoorExchange exchange =
        actual(governed(Policy.builder().originSource((origin, target) -> fail(origin))), APP);
    assertThatThrownBy(exchange::verdict).isInstanceOf(InternalError.class);
    assertThat(exchange.verdict()).isSameAs(Verdict.Denied.UNJUDGED);
    assertThat(exchange.headers()).isEqualTo(ResponseHeaders.nothing(Vary.ORIGIN));
  }

  private static boolean fail(Origin origin) {
    throw new InternalError(origin.toString());
  }

  @Test
  void what_is_decided_nearer_to_the_resource_goes_first() {
    DoorExchange exchange = actual(DOOR, APP);
    assertThat(exchange.isDecided()).isFalse();
    exchange.decide(ResponseHeaders.nothing(Vary.ORIGIN));
    assertThat(exchange.isDecided()).isTrue();
    assertThat(exchange.headers()).isEqualTo(ResponseHeaders.nothing(Vary.ORIGIN));
    assertThat(heard.events()).isEmpty();
  }

  /** A preflight to the same URL may be granted: no cache is to take this for it. */
  @Test
  void an_answer_to_options_varies_by_what_a_preflight_asks() {
    DoorExchange exchange =
        DoorExchange.actual(ServletFakes.request("OPTIONS", FILE, "Origin: " + APP), host, DOOR);
    assertThat(exchange.headers().vary()).isEqualTo(Vary.PREFLIGHT);
    assertThat(actual(DOOR, APP).headers().vary()).isEqualTo(Vary.ORIGIN);
  }

  @Test
  void a_preflight_that_is_left_to_the_door_waits_for_its_end() {
    RecordedResponse sent = new RecordedResponse();
    DoorExchange exchange = preflight(APP);
    exchange.answerWith(new DoorHeldResponse(exchange, sent.response()));
    exchange.leave();
    assertThat(sent.fields).isEmpty();
    assertThat(exchange.isLeft()).isTrue();
  }

  @Test
  void one_that_comes_to_no_resource_is_told_by_who_answered_it() {
    preflight(APP).noteIntercepted(401);
    assertThat(heard.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CorsEvent.Refused.class,
            event -> assertThat(event.reason()).isEqualTo(Reason.ANSWERED_BEFORE_MATCH));
    assertThat(log.warnings()).singleElement().asString().contains("a servlet filter answered 401");
  }
}
