package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
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
}
