package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.JudgedShop.Orders;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A filter before the match may send a preflight to another path: what decides is whether the path
 * that it arrives at has a hand-written method for it.
 */
class RewrittenPreflightTest {

  @Path("hand")
  static class ByHand {
    @OPTIONS
    public void options() {}
  }

  private final ServedApplication served = Served.application(Orders.class, ByHand.class);
  private String path = "";
  private final ContainerRequestContext request =
      Fakes.request(
          "OPTIONS",
          Fakes.fake(UriInfo.class, Map.of("getPath", arguments -> path)),
          "Origin: https://app.example.com",
          "Access-Control-Request-Method: GET");

  private void send(String first, String then) {
    path = first;
    new MarkFilter(served).filter(request);
    path = then;
    new DelegateFilter(served, () -> true).filter(request);
  }

  @Test
  void from_such_a_method_to_a_policy_it_is_matched_as_the_request_that_it_announces() {
    send("hand", "orders");
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(Exchange.of(request)).returns(Exchange.Stage.DELEGATED, Exchange::stage);
  }

  @Test
  void from_a_policy_to_such_a_method_it_is_left_to_that() {
    send("orders", "hand");
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(Exchange.of(request)).isNull();
  }

  @Test
  void what_arrives_where_it_was_sent_is_treated_as_it_was() {
    send("hand", "hand");
    assertThat(Exchange.of(request)).isNull();
    send("orders", "orders");
    assertThat(request.getMethod()).isEqualTo("GET");
  }

  /** The servlet door counts on it that no method runs, not even one that is written by hand. */
  @Test
  void behind_the_servlet_door_it_stays_a_preflight() {
    request.setProperty(
        Passage.ATTRIBUTE,
        DoorExchange.preflight(
            ServletFakes.request("OPTIONS", "https://api.example.com/shop/orders"),
            ServletFakes.host(),
            ServletFakes.governed()));
    DoorFinder.addDoor();
    try {
      send("orders", "hand");
    } finally {
      DoorFinder.removeDoor();
    }
    assertThat(Exchange.of(request)).returns(true, Exchange::isPreflight);
    assertThat(request.getMethod()).isEqualTo("GET");
  }
}
