package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The response to an actual request behind the servlet door. */
class DoorResponseTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";
  private static final String APP = "https://app.example.com";
  private static final ResponseHeaders DECIDED =
      new ResponseHeaders("https://other.example", "", "", "", "", "", Vary.ORIGIN);
  private static final Map.Entry<String, List<String>> ALLOWED = Map.entry(ALLOW, List.of(APP));
  private static final Map.Entry<String, List<String>> VARY = Map.entry("Vary", List.of("Origin"));

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final RecordedResponse sent = new RecordedResponse();
  private final DoorExchange exchange =
      DoorExchange.actual(
          ServletFakes.request("GET", "https://api.example.com/shop/orders", "Origin: " + APP),
          ServletFakes.host(),
          ServletFakes.governed());
  private final DoorResponse response = new DoorResponse(exchange, sent.response());

  @Test
  void what_the_application_sets_of_the_protocol_is_not_sent_in_whatever_way() {
    response.setHeader("access-control-allow-origin", "*");
    response.addHeader("Access-Control-Allow-Methods", "*");
    response.setIntHeader("Access-Control-Max-Age", 5);
    response.addIntHeader("Access-Control-Max-Age", 5);
    response.setDateHeader("Access-Control-Expose-Headers", 0);
    response.addDateHeader("Access-Control-Expose-Headers", 0);
    assertThat(sent.fields).isEmpty();
    response.put();
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
  }

  @Test
  void it_is_told_once_that_the_application_does_so() {
    response.setIntHeader("Access-Control-Max-Age", 5);
    response.addIntHeader("Access-Control-Max-Age", 5);
    assertThat(log.warnings())
        .singleElement()
        .asString()
        .contains("sets Access-Control-* on responses of GET /shop/orders");
  }

  @Test
  void an_added_number_is_told_as_well() {
    response.addIntHeader("Access-Control-Max-Age", 5);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void other_fields_are_the_applications() {
    response.setHeader("X-Count", "1");
    response.addHeader("X-Count", "2");
    response.setIntHeader("X-Number", 1);
    response.addIntHeader("X-Number", 2);
    response.setDateHeader("X-Date", 1);
    response.addDateHeader("X-Date", 2);
    response.setHeader("Access-Control-Request-Method", "GET");
    assertThat(sent.fields)
        .containsOnly(
            Map.entry("X-Count", List.of("1", "2")),
            Map.entry("X-Number", List.of("1", "2")),
            Map.entry("X-Date", List.of("1", "2")),
            Map.entry("Access-Control-Request-Method", List.of("GET")));
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void vary_is_the_applications_until_the_fields_are_put_and_both_of_theirs_after_that() {
    response.setHeader("Vary", "Accept");
    response.addHeader("Vary", "Cookie");
    assertThat(sent.fields).containsEntry("Vary", List.of("Accept", "Cookie"));
    response.put();
    assertThat(sent.fields).containsEntry("Vary", List.of("Accept, Cookie, Origin"));
    response.addHeader("vary", "Accept-Language");
    assertThat(sent.fields)
        .containsEntry("Vary", List.of("Accept, Cookie, Origin, Accept-Language"));
    response.setHeader("vary", "Accept");
    assertThat(sent.fields).containsEntry("Vary", List.of("Accept, Origin"));
  }

  @Test
  void the_fields_are_put_before_anything_is_sent() throws IOException {
    List<Sending> ways =
        List.of(
            r -> r.getOutputStream().write(7),
            r -> r.getWriter().write("7"),
            DoorResponse::flushBuffer,
            r -> r.sendError(404),
            r -> r.sendError(404, "no"),
            r -> r.sendRedirect("/elsewhere"));
    for (Sending way : ways) {
      RecordedResponse recorded = new RecordedResponse();
      way.by(new DoorResponse(exchange, recorded.response()));
      assertThat(recorded.fields).containsOnly(ALLOWED, VARY);
      assertThat(recorded.calls.size() + recorded.bytes.size() + recorded.text.getBuffer().length())
          .isEqualTo(1);
    }
  }

  /** A way to send something. */
  @FunctionalInterface
  private interface Sending {
    void by(DoorResponse response) throws IOException;
  }

  @Test
  void one_that_begins_anew_has_them_again() {
    response.reset();
    assertThat(sent.fields).isEmpty();
    response.put();
    response.setHeader("X-Count", "1");
    response.reset();
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
  }

  @Test
  void one_that_is_on_its_way_is_left_alone() {
    sent.committed = true;
    response.put();
    exchange.decide(DECIDED);
    assertThat(sent.fields).isEmpty();
  }

  @Test
  void what_is_decided_after_they_are_put_goes_in_their_place() {
    response.put();
    sent.fields.put("X-Count", List.of("1"));
    sent.contentType = "text/plain";
    sent.status = 201;
    exchange.decide(ResponseHeaders.nothing(Vary.ORIGIN));
    assertThat(sent.fields).containsOnly(VARY, Map.entry("X-Count", List.of("1")));
    assertThat(sent.contentType).isEqualTo("text/plain");
    assertThat(sent.status).isEqualTo(201);
  }

  @Test
  void what_is_decided_while_it_is_on_its_way_comes_too_late() {
    response.put();
    sent.committed = true;
    exchange.decide(DECIDED);
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
  }

  @Test
  void what_is_decided_before_anything_is_sent_waits() {
    exchange.decide(DECIDED);
    assertThat(sent.fields).isEmpty();
    response.put();
    assertThat(sent.fields).containsOnly(Map.entry(ALLOW, List.of("https://other.example")), VARY);
  }

  @Test
  void what_was_decided_is_no_field_of_another_layer_and_anything_else_is() {
    exchange.decide(DECIDED);
    response.setHeader("access-control-allow-origin", "https://other.example");
    assertThat(log.warnings()).isEmpty();
    response.setHeader(ALLOW, "*");
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void what_goes_on_asynchronously_outside_of_jakarta_rest_has_them_at_once() {
    response.goOn();
    assertThat(response.isGoing()).isTrue();
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
  }

  @Test
  void what_goes_on_asynchronously_in_jakarta_rest_has_them_when_that_has_decided() {
    exchange.enter();
    assertThat(response.isGoing()).isFalse();
    response.goOn();
    assertThat(sent.fields).isEmpty();
    exchange.decide(DECIDED);
    assertThat(sent.fields).containsOnly(Map.entry(ALLOW, List.of("https://other.example")), VARY);
  }

  @Test
  void a_resource_that_nobody_governs_is_left_to_the_door_at_once() {
    exchange.leave();
    assertThat(exchange.isLeft()).isTrue();
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
  }

  @Test
  void what_a_filter_before_the_door_has_set_is_told_when_it_is_replaced() {
    sent.fields.put("Access-Control-Allow-Credentials", List.of("true"));
    response.put();
    assertThat(sent.fields).containsOnly(ALLOWED, VARY);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void fields_that_nobody_else_has_set_are_no_warning() {
    response.put();
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void each_way_to_set_one_is_told() {
    List<Sending> ways =
        List.of(
            r -> r.setHeader(ALLOW, "*"),
            r -> r.addHeader(ALLOW, "*"),
            r -> r.setIntHeader("Access-Control-Max-Age", 5),
            r -> r.addIntHeader("Access-Control-Max-Age", 5));
    for (Sending way : ways) {
      log.clear();
      DoorExchange other =
          DoorExchange.actual(
              ServletFakes.request("GET", "https://api.example.com/shop/orders"),
              ServletFakes.host(),
              ServletFakes.governed());
      assertThatCode(() -> way.by(new DoorResponse(other, sent.response())))
          .doesNotThrowAnyException();
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void what_goes_on_behind_the_door_has_its_response() {
    AsyncContext context = Fakes.fake(AsyncContext.class, Map.of());
    List<Object> answers = new ArrayList<>();
    HttpServletRequest going =
        ServletFakes.request(
            Map.of(
                "isAsyncSupported",
                arguments -> true,
                "startAsync",
                arguments -> {
                  answers.add(arguments[1]);
                  return context;
                }),
            "GET",
            "https://api.example.com/shop/orders");
    DoorRequest request = new DoorRequest(going, response, "GET");
    assertThat(request.isAsyncSupported()).isTrue();
    assertThat(request.startAsync() == context).isTrue();
    assertThat(answers).hasSize(1).first().isSameAs(response);
    assertThat(response.isGoing()).isTrue();
  }
}
