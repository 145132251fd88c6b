package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.interception.jaxrs.RestEasy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands on a servlet response before Jakarta REST adds anything. */
class ServletFieldsTest {

  private static final ContainerRequestContext ELSEWHERE =
      Fakes.request("GET", "https://api.example.com/orders");

  private static final List<String> NAMES = List.of("Vary", "Access-Control-Allow-Origin");

  private static final HttpServletResponse SET =
      ServletObjects.response("Access-Control-Allow-Origin", "*");
  private static final HttpServletResponse BARE = ServletObjects.response("X-A", "1");

  @Test
  void jersey_injects_the_response() {
    assertThat(onJersey(SET).haveAny(NAMES, ELSEWHERE)).isTrue();
    assertThat(onJersey(BARE).haveAny(NAMES, ELSEWHERE)).isFalse();
    assertThat(onJersey(SET).haveAny(List.of(), ELSEWHERE)).isFalse();
  }

  @Test
  void cxf_has_the_response_in_its_message() {
    assertThat(onCxf(new Message(null).with("HTTP.RESPONSE", SET))).isTrue();
    assertThat(onCxf(new Message(null).with("HTTP.RESPONSE", BARE))).isFalse();
    assertThat(onCxf(new Message(null))).isFalse();
    assertThat(onCxf(null)).isFalse();
  }

  @Test
  void resteasy_has_the_response_beside_the_thread() {
    assertThat(onRestEasy(SET)).isTrue();
    assertThat(onRestEasy(BARE)).isFalse();
  }

  @Test
  void where_nothing_tells_nothing_is_known() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(ServletFields.UNKNOWN.haveAny(NAMES, ELSEWHERE)).isFalse();
      assertThat(ServletFields.UNKNOWN.haveAny(NAMES, RestEasy.request(null))).isFalse();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void what_fails_is_not_known_and_the_log_says_so() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      assertThat(onCxf(new Message(null).with("HTTP.RESPONSE", "no response"))).isFalse();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("are not known");
    }
  }

  private static ServletFields onJersey(HttpServletResponse response) {
    return OnJersey.found(HttpServletResponse.class, response, ServletFields::in);
  }

  private static boolean onCxf(@Nullable Message message) {
    return ServletFields.UNKNOWN.haveAny(NAMES, Cxf.request(ELSEWHERE, message));
  }

  private static boolean onRestEasy(HttpServletResponse response) {
    AtomicBoolean found = new AtomicBoolean();
    ResteasyContext.with(
        HttpServletResponse.class,
        response,
        () -> found.set(ServletFields.UNKNOWN.haveAny(NAMES, RestEasy.request(null))));
    return found.get();
  }
}
