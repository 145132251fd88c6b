package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.protocol.Incoming;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The last step before matching. */
class DelegateFilterTest {

  private final Deployments deployments =
      Deployments.of(CorsSetup.EMPTY, Optional.empty(), List.of(), Map.of());
  private final ContainerRequestContext request =
      Fakes.request(
          "OPTIONS",
          "https://api.example.com/orders",
          "Origin: https://app.example.com",
          "Access-Control-Request-Method: PUT");
  private final Exchange exchange =
      Exchange.start(request, Incoming.options(List.of("https://app.example.com"), List.of("PUT")));

  @Test
  void a_preflight_is_matched_as_the_request_that_it_announces() {
    new DelegateFilter(deployments, () -> true).filter(request);

    assertThat(exchange.isDelegated()).isTrue();
    assertThat(request.getMethod()).isEqualTo("PUT");
  }

  @Test
  void a_preflight_stays_one_where_nothing_tells_that_it_will_be_answered() {
    new DelegateFilter(deployments, () -> false).filter(request);

    assertThat(exchange.isDelegated()).isFalse();
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
  }

  @Test
  void a_method_that_a_filter_has_changed_since_is_not_taken_over() {
    request.getHeaders().add("Access-Control-Request-Method", "DELETE");
    new DelegateFilter(deployments, () -> true).filter(request);
    assertThat(request.getMethod()).isEqualTo("OPTIONS");

    request.getHeaders().putSingle("Access-Control-Request-Method", "TRACE");
    new DelegateFilter(deployments, () -> true).filter(request);
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(exchange.isDelegated()).isFalse();
  }
}
