package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.junit.jupiter.api.Test;

/** What a servlet filter has left for Jakarta REST. */
class ServletAttributesTest {

  private static final String NAME = "dev.jaxrscors.passage";

  private final ContainerRequestContext request =
      Fakes.request("GET", "https://api.example.com/orders");

  @Test
  void an_attribute_is_a_property_of_the_request() {
    assertThat(ServletAttributes.get(request, NAME)).isNull();
    request.setProperty(NAME, "left");
    assertThat(ServletAttributes.get(request, NAME)).isEqualTo("left");
    assertThat(ServletAttributes.get(Cxf.request(request, new Message(null)), NAME))
        .isEqualTo("left");
  }

  @Test
  void on_cxf_it_is_one_of_the_servlet_request() {
    HttpServletRequest servlet = ServletObjects.requestFrom("192.0.2.1");
    servlet.setAttribute(NAME, "left");
    Message message = new Message(null).with("HTTP.REQUEST", servlet);
    assertThat(ServletAttributes.get(Cxf.request(request, message), NAME)).isEqualTo("left");
    assertThat(ServletAttributes.get(Cxf.request(request, message), "another")).isNull();
  }

  @Test
  void on_cxf_without_a_servlet_request_there_is_none() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(ServletAttributes.get(Cxf.request(request, new Message(null)), NAME)).isNull();
      assertThat(ServletAttributes.get(Cxf.request(request, null), NAME)).isNull();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void what_fails_is_none_and_the_log_says_so() {
    Message message = new Message(null).with("HTTP.REQUEST", "no request");
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(ServletAttributes.get(Cxf.request(request, message), NAME)).isNull();
      assertThat(log.at(Level.FINE)).hasSize(1);
    }
  }
}
