package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.internal.filter.JudgedShop.Orders;
import dev.jaxrscors.internal.runtime.ServletFields;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Grants that the application takes back. */
class WithholdingTest {

  private static final String ALLOW = "Access-Control-Allow-Origin";
  private static final String APP = "https://app.example.com";

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final FinishFilter finish =
      new FinishFilter(
          Served.application(Orders.class),
          new WriterGuard(),
          new Underneath(ServletFields.UNKNOWN));

  private static ContainerRequestContext request() {
    return RestEasyFilterTest.matched(
        Fakes.request("GET", "https://api.example.com/orders", "Origin: " + APP),
        Orders.class,
        "list");
  }

  private MultivaluedMap<String, Object> sent(Response response) {
    MultivaluedMap<String, Object> fields = new MultivaluedHashMap<>();
    fields.putAll(response.getHeaders());
    finish.filter(request(), Fakes.response(response.getStatus(), fields));
    return fields;
  }

  @Test
  void a_response_that_is_withheld_grants_nothing_and_the_log_says_so() {
    assertThat(sent(Response.ok().build())).containsEntry(ALLOW, List.of(APP));
    assertThat(log.warnings()).isEmpty();

    assertThat(sent(FinishFilter.withhold(Response.ok()).build()))
        .containsOnly(Map.entry("Vary", List.of("Origin")));
    assertThat(log.warnings()).singleElement().asString().contains("withheld by the application");
  }

  /** It may leave the server where no filter of this library runs. */
  @Test
  void what_marks_a_response_is_right_for_caches() {
    Response marked = FinishFilter.withhold(Response.ok().header("Vary", "Accept")).build();
    assertThat(marked.getHeaderString("Vary")).isEqualTo("Accept,Origin");
    assertThat(sent(Response.ok().header("Vary", "Origin").build())).containsKey(ALLOW);
  }

  @Test
  void who_takes_back_a_response_that_is_sent_is_told_that_it_is_too_late() {
    FinishFilter.withhold(request());
    ContainerRequestContext over = request();
    finish.filter(over, Fakes.response(200, new MultivaluedHashMap<>()));
    assertThatThrownBy(() -> FinishFilter.withhold(over))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("too late");
  }
}
