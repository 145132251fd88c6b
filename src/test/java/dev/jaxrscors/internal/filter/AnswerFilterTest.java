package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.filter.JudgedShop.Orders;
import dev.jaxrscors.internal.filter.JudgedShop.Plain;
import dev.jaxrscors.internal.filter.JudgedShop.Wrong;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first step after matching, behind the servlet door and where the match fails. */
class AnswerFilterTest {

  private static final String ORDERS = "https://api.example.com/orders";
  private static final String FROM_APP = "Origin: https://app.example.com";
  private static final String FROM_EVIL = "Origin: https://evil.example";
  private static final String ASKED = "Access-Control-Request-Method: GET";
  private static final ResponseHeaders NOTHING = ResponseHeaders.nothing(Vary.ORIGIN);

  /** What the servlet door is told. */
  private static final class Told implements Passage {
    final List<Object> all = new ArrayList<>();
    boolean rejects;

    @Override
    public boolean isPreflight() {
      return false;
    }

    @Override
    public void enter() {
      all.add("entered");
    }

    @Override
    public void decide(ResponseHeaders headers) {
      all.add(headers);
    }

    @Override
    public void leave() {
      all.add("left");
    }

    @Override
    public boolean isRejected() {
      return rejects;
    }
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final ServedApplication served = Served.application(Orders.class, Plain.class);
  private final AnswerFilter answer = new AnswerFilter(served);
  private final List<Response> abortedWith = new ArrayList<>();
  private final Told told = new Told();

  @BeforeEach
  void openDoor() {
    DoorFinder.addDoor();
  }

  @AfterEach
  void closeDoor() {
    DoorFinder.removeDoor();
  }

  private ContainerRequestContext plain(String method, String... lines) {
    ContainerRequestContext request =
        Fakes.request(abortedWith::add, method, Fakes.uri(ORDERS), lines);
    request.setProperty(Passage.ATTRIBUTE, told);
    return request;
  }

  private boolean ends(Class<?> type, String method, String... lines) {
    return answer.ends(RestEasyFilterTest.matched(plain("GET", lines), type, method));
  }

  private Exchange preflight(ContainerRequestContext request, Incoming incoming) {
    return Exchange.start(request, served.on(request), incoming);
  }

  @Test
  void the_door_is_told_what_a_policy_of_a_resource_decides_before_that_runs() {
    assertThat(ends(Orders.class, "list", FROM_APP)).isFalse();
    assertThat(ends(Orders.class, "list", FROM_EVIL)).isFalse();
    assertThat(told.all).hasSize(2).last().isEqualTo(NOTHING);
    assertThat((ResponseHeaders) told.all.get(0))
        .returns("https://app.example.com", ResponseHeaders::allowOrigin);
  }

  @Test
  void what_is_judged_already_is_told_as_it_was_judged() {
    assertThat(ends(Orders.class, "add", FROM_APP)).isFalse();
    assertThat(told.all)
        .singleElement()
        .matches(headers -> ((ResponseHeaders) headers).allowOrigin().contains("app"));
  }

  @Test
  void what_no_policy_governs_is_left_to_the_door() {
    assertThat(ends(Plain.class, "list", FROM_APP)).isFalse();
    assertThat(answer.ends(plain("GET", FROM_APP))).isFalse();
    assertThat(told.all).containsExactly("left", "left");
    assertThat(abortedWith).isEmpty();
  }

  @Test
  void what_the_door_rejects_then_does_not_come_to_its_resource() {
    told.rejects = true;
    assertThat(ends(Plain.class, "list", FROM_EVIL)).isTrue();
    assertThat(abortedWith).singleElement().returns(403, Response::getStatus);
    assertThat(told.all).isEmpty();
    assertThat(ends(Orders.class, "list", FROM_EVIL)).isFalse();
    assertThat(abortedWith).hasSize(1);
  }

  @Test
  void a_wrong_policy_that_is_found_too_late_grants_nothing_at_the_door_either() {
    assertThat(ends(Wrong.class, "list", FROM_APP)).isFalse();
    assertThat(told.all).containsExactly(NOTHING);
  }

  @Test
  void the_door_is_told_what_becomes_of_a_preflight() {
    for (Class<?> type : List.of(Orders.class, Plain.class)) {
      ContainerRequestContext request =
          RestEasyFilterTest.matched(plain("GET", FROM_APP, ASKED), type, "list");
      preflight(request, Incoming.WellFormed.PREFLIGHT);
      assertThat(answer.ends(request)).isTrue();
    }
    assertThat(told.all).hasSize(2).last().isEqualTo("left");
    assertThat((ResponseHeaders) told.all.get(0))
        .returns("https://app.example.com", ResponseHeaders::allowOrigin);
    assertThat(abortedWith).hasSize(2);
  }

  @Test
  void a_malformed_preflight_that_comes_here_is_refused() {
    ContainerRequestContext request =
        RestEasyFilterTest.matched(plain("GET", FROM_APP, ASKED), Orders.class, "list");
    Exchange exchange =
        preflight(request, Incoming.options(List.of("https://a.example", "b"), List.of("GET")));
    answer.filter(request);
    assertThat(abortedWith).singleElement().returns(403, Response::getStatus);
    assertThat(exchange.stage()).isEqualTo(Exchange.Stage.JUDGED);
    assertThat(log.errors()).isEmpty();
  }

  private ContainerRequestContext failing() {
    UriInfo uri =
        Fakes.fake(
            UriInfo.class,
            Map.of(
                "getMatchedResources",
                arguments -> {
                  throw new IllegalStateException("the match is gone");
                },
                "getPath",
                arguments -> "orders",
                "getRequestUri",
                arguments -> URI.create(ORDERS)));
    return RestEasyFilterTest.matched(
        Fakes.request(abortedWith::add, "GET", uri, FROM_APP, ASKED), Orders.class, "list");
  }

  /** A resource method must never run on a preflight, whatever fails. */
  @Test
  void a_preflight_is_refused_where_finding_its_policy_fails() {
    ContainerRequestContext request = failing();
    preflight(request, Incoming.WellFormed.PREFLIGHT);
    assertThat(answer.ends(request)).isTrue();
    assertThat(abortedWith).singleElement().returns(403, Response::getStatus);
    assertThat(log.errors()).containsExactly("Finding the CORS policy of a preflight failed");
  }

  @Test
  void and_so_is_one_that_another_layer_has_answered_meanwhile() {
    ContainerRequestContext request = failing();
    Exchange exchange = preflight(request, Incoming.WellFormed.PREFLIGHT);
    assertThat(answer.lateAnswer(request, exchange)).returns(403, Response::getStatus);
    assertThat(log.errors()).hasSize(1);
  }

  @Test
  void what_governs_a_preflight_is_kept_for_the_log() {
    ContainerRequestContext request =
        RestEasyFilterTest.matched(plain("GET", FROM_EVIL, ASKED), Orders.class, "list");
    Exchange exchange = preflight(request, Incoming.WellFormed.PREFLIGHT);
    answer.filter(request);
    assertThat(exchange.applied().provenance().nearest().name()).isEqualTo("Orders");
  }

  @Test
  void what_is_switched_off_keeps_nothing() {
    AnswerFilter off =
        new AnswerFilter(
            Served.application(Setup.EMPTY, Map.of("cors.enabled", "false"), Orders.class));
    ContainerRequestContext request =
        RestEasyFilterTest.matched(Fakes.request("GET", ORDERS, FROM_APP), Orders.class, "list");
    assertThat(off.ends(request)).isFalse();
    assertThat(Exchange.of(request)).isNull();
  }
}
