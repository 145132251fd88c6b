package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last step before matching. */
class DelegateFilterTest {

  private final ServedApplication served = Served.application();
  private final ContainerRequestContext request =
      Fakes.request(
          "OPTIONS",
          "https://api.example.com/orders",
          "Origin: https://app.example.com",
          "Access-Control-Request-Method: PUT");
  private final Exchange exchange =
      Exchange.start(
          request,
          served.on(request),
          Incoming.options(List.of("https://app.example.com"), List.of("PUT")));

  @Test
  void a_preflight_is_matched_as_the_request_that_it_announces() {
    new DelegateFilter(served, () -> true).filter(request);

    assertThat(exchange.stage()).isEqualTo(Exchange.Stage.DELEGATED);
    assertThat(request.getMethod()).isEqualTo("PUT");
  }

  @Test
  void a_preflight_stays_one_where_nothing_tells_that_it_will_be_answered() {
    new DelegateFilter(served, () -> false).filter(request);

    assertThat(exchange.stage()).isEqualTo(Exchange.Stage.MARKED);
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
  }

  @Test
  void a_method_that_a_filter_has_changed_since_is_not_taken_over() {
    request.getHeaders().add("Access-Control-Request-Method", "DELETE");
    new DelegateFilter(served, () -> true).filter(request);
    assertThat(request.getMethod()).isEqualTo("OPTIONS");

    request.getHeaders().putSingle("Access-Control-Request-Method", "TRACE");
    new DelegateFilter(served, () -> true).filter(request);
    assertThat(request.getMethod()).isEqualTo("OPTIONS");
    assertThat(exchange.stage()).isEqualTo(Exchange.Stage.MARKED);
  }

  /** Else a method that consumes or produces one media type would not be matched. */
  @Test
  void what_the_preflight_itself_accepts_says_nothing_of_its_request() {
    request.getHeaders().addAll("Accept", "text/html", "text/plain");
    request.getHeaders().add("Content-Type", "text/plain");
    new DelegateFilter(served, () -> true).filter(request);

    assertThat(request.getHeaders().get("Accept")).containsExactly("*/*");
    assertThat(request.getHeaders().get("Content-Type")).containsExactly("*/*");
  }
}
