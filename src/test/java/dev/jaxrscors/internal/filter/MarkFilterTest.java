package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first step on the way in. */
class MarkFilterTest {

  @Path("orders")
  @CorsPolicy(origins = "https://app.example.com")
  static class Orders {
    @GET
    public void list() {}
  }

  private final ServedApplication served = Served.application(Orders.class);
  private final MarkFilter mark = new MarkFilter(served);

  @Test
  void what_another_dispatch_of_the_same_request_has_found_is_forgotten() {
    ContainerRequestContext forwarded = Fakes.request("GET", "https://api.example.com/orders");
    Exchange.start(forwarded, served.on(forwarded), Incoming.WellFormed.ORDINARY);

    mark.filter(forwarded);

    assertThat(Exchange.of(forwarded)).isNull();
  }

  @Test
  void a_preflight_that_is_dispatched_again_starts_again() {
    ContainerRequestContext forwarded =
        Fakes.request(
            "OPTIONS",
            "https://api.example.com/orders",
            "Origin: https://app.example.com",
            "Access-Control-Request-Method: GET");
    mark.filter(forwarded);
    Exchange first = Exchange.of(forwarded);

    mark.filter(forwarded);

    assertThat(Exchange.of(forwarded)).isNotNull().isNotSameAs(first);
  }

  @Test
  void a_malformed_preflight_is_answered_at_once() {
    List<Response> answers = new ArrayList<>();
    ContainerRequestContext malformed =
        Fakes.request(
            answers::add,
            "OPTIONS",
            Fakes.uri("https://api.example.com/orders"),
            "Origin: https://app.example.com",
            "Origin: https://evil.example",
            "Access-Control-Request-Method: GET");
    mark.filter(malformed);

    assertThat(answers).singleElement().returns(403, Response::getStatus);
    assertThat(Exchange.of(malformed)).returns(Exchange.Stage.JUDGED, Exchange::stage);
    assertThat(MarkFilter.isPreflight(malformed)).isTrue();
  }

  @Test
  void another_request_is_not_marked_whatever_it_asks_for() {
    for (String method : List.of("GET", "OPTIONS")) {
      ContainerRequestContext other =
          Fakes.request(
              method, "https://api.example.com/orders", "Access-Control-Request-Method: GET");
      mark.filter(other);
      assertThat(Exchange.of(other)).isNull();
      assertThat(MarkFilter.isPreflight(other)).isFalse();
    }
  }

  /** The door counts on it that no resource method runs. */
  @Test
  void what_the_servlet_door_lets_through_as_a_preflight_is_one() {
    ContainerRequestContext behind =
        Fakes.request(DoorRequest.NO_METHOD, "https://api.example.com/orders");
    DoorExchange door =
        DoorExchange.preflight(
            ServletFakes.request("OPTIONS", "https://api.example.com/orders"),
            ServletFakes.host(),
            ServletFakes.governed());
    behind.setProperty(Passage.ATTRIBUTE, door);
    DoorFinder.addDoor();
    try {
      mark.filter(behind);
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(door.isEntered()).isTrue();
    assertThat(behind.getMethod()).isEqualTo("OPTIONS");
    assertThat(Exchange.of(behind)).returns(true, Exchange::isPreflight);
  }
}
