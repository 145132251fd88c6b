package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.junit.jupiter.api.Test;

/** What stands on the response of a server is taken off again, if that is in time. */
class EarlyFieldsTest {

  private static final String ORIGIN = "Access-Control-Allow-Origin";
  private static final ContainerRequestContext ELSEWHERE =
      Fakes.request("GET", "https://api.example.com/orders");

  @Test
  void on_cxf_fields_are_taken_off_and_all_else_stays() {
    HttpServletResponse response =
        ServletObjects.response(
            ORIGIN, "https://app.example.com", "X-A", "1", "X-A", "2", "X-B", "3");
    response.setStatus(202);
    assertThat(takeOffCxf(response)).isTrue();
    assertThat(response.getHeaderNames()).containsOnly("X-A", "X-B");
    assertThat(response.getHeaders("X-A")).containsExactly("1", "2");
    assertThat(response.getHeader("X-B")).isEqualTo("3");
    assertThat(response.getStatus()).isEqualTo(202);
  }

  @Test
  void on_cxf_it_is_too_late_when_the_response_is_sent() {
    HttpServletResponse response = ServletObjects.sent(ORIGIN, "https://app.example.com");
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(takeOffCxf(response)).isFalse();
      assertThat(log.lines()).isEmpty();
    }
    assertThat(response.getHeaderNames()).containsExactly(ORIGIN);
  }

  @Test
  void on_cxf_a_message_without_a_servlet_response_is_logged() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(takeOff(Cxf.request(ELSEWHERE, new Message(null)))).isFalse();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("no servlet response");
    }
  }

  @Test
  void on_quarkus_rest_fields_are_taken_off_and_all_else_stays() {
    OnServer response = new OnServer(false);
    assertThat(takeOff(QuarkusRequests.with(response))).isTrue();
    assertThat(response.fields).containsOnly(Map.entry("X-A", "1"));
  }

  @Test
  void on_quarkus_rest_it_is_too_late_when_the_head_is_written() {
    OnServer response = new OnServer(true);
    assertThat(takeOff(QuarkusRequests.with(response))).isFalse();
    assertThat(response.fields).containsOnlyKeys(ORIGIN, "X-A");
  }

  @Test
  void on_quarkus_rest_a_field_is_put_past_the_filters() {
    OnServer response = new OnServer(false);
    QuarkusRest.putOnResponse(QuarkusRequests.with(response), "X-B", "2");
    assertThat(response.fields).containsEntry("X-B", "2");
  }

  @Test
  void on_quarkus_rest_a_field_that_cannot_be_put_there_is_logged() {
    OnServer closed =
        new OnServer(true) {
          @Override
          public ServerHttpResponse setResponseHeader(CharSequence name, CharSequence value) {
            throw new IllegalStateException("closed");
          }
        };
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      QuarkusRest.putOnResponse(QuarkusRequests.with(closed), "X-B", "2");
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("X-B is not put");
    }
  }

  @Test
  void elsewhere_nothing_is_taken_off() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(takeOff(ELSEWHERE)).isFalse();
      assertThat(log.lines()).isEmpty();
    }
  }

  /** The response of the server on Quarkus REST. */
  private static class OnServer implements ServerHttpResponse {

    final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean isBegun;

    OnServer(boolean isBegun) {
      this.isBegun = isBegun;
      fields.put(ORIGIN, "https://app.example.com");
      fields.put("X-A", "1");
    }

    @Override
    public boolean headWritten() {
      return isBegun;
    }

    @Override
    public ServerHttpResponse setResponseHeader(CharSequence name, CharSequence value) {
      fields.put(name.toString(), value.toString());
      return this;
    }

    @Override
    public void removeResponseHeader(String name) {
      fields.remove(name);
    }
  }

  private static boolean takeOffCxf(HttpServletResponse response) {
    Message message = new Message(null).with("HTTP.RESPONSE", response);
    return takeOff(Cxf.request(ELSEWHERE, message));
  }

  private static boolean takeOff(ContainerRequestContext request) {
    return EarlyFields.takeOff(request, Set.of("access-control-allow-origin", "vary"));
  }
}
