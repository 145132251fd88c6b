package dev.jaxrscors.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.logging.Level;
import org.apache.cxf.jaxrs.impl.Cxf;
import org.apache.cxf.message.Message;
import org.jboss.resteasy.core.interception.jaxrs.RestEasy;
import org.junit.jupiter.api.Test;

/** Where a request comes from, as far as a container tells. */
class RemoteAddressTest {

  private static final ContainerRequestContext ELSEWHERE =
      Fakes.request("GET", "https://api.example.com/orders");

  private static final String ADDRESS = "192.0.2.1";

  @Test
  void jersey_injects_the_request_of_the_servlet_container() {
    RemoteAddress addresses =
        OnJersey.found(
            HttpServletRequest.class, ServletObjects.requestFrom(ADDRESS), RemoteAddress::in);
    assertThat(addresses.of(ELSEWHERE)).isEqualTo(ADDRESS);
  }

  @Test
  void where_jersey_injects_no_request_nothing_is_known() {
    RemoteAddress addresses = OnJersey.found(String.class, "no request", RemoteAddress::in);
    assertThat(addresses.of(ELSEWHERE)).isEmpty();
  }

  @Test
  void resteasy_knows_the_address() {
    assertThat(RemoteAddress.UNKNOWN.of(RestEasy.request(() -> ADDRESS))).isEqualTo(ADDRESS);
  }

  @Test
  void cxf_has_the_request_of_the_servlet_container_in_its_message() {
    Message message = new Message(null);
    assertThat(RemoteAddress.UNKNOWN.of(Cxf.request(ELSEWHERE, message))).isEmpty();
    message.with("HTTP.REQUEST", ServletObjects.requestFrom(ADDRESS));
    assertThat(RemoteAddress.UNKNOWN.of(Cxf.request(ELSEWHERE, message))).isEqualTo(ADDRESS);
    assertThat(RemoteAddress.UNKNOWN.of(Cxf.request(ELSEWHERE, null))).isEmpty();
  }

  @Test
  void quarkus_rest_asks_vertx() {
    assertThat(RemoteAddress.UNKNOWN.of(QuarkusRequests.in(() -> () -> ADDRESS)))
        .isEqualTo(ADDRESS);
    assertThat(RemoteAddress.UNKNOWN.of(QuarkusRequests.in(() -> null))).isEmpty();
    assertThat(RemoteAddress.UNKNOWN.of(QuarkusRequests.in(null))).isEmpty();
  }

  @Test
  void where_nothing_is_injected_nothing_is_known() {
    assertThat(RemoteAddress.UNKNOWN.of(ELSEWHERE)).isEmpty();
  }

  @Test
  void what_fails_is_not_known_and_the_log_says_why() {
    try (CapturedLog log = CapturedLog.openAt(Level.ALL)) {
      ContainerRequestContext failing =
          RestEasy.request(
              () -> {
                throw new IllegalStateException("not connected");
              });
      assertThat(RemoteAddress.UNKNOWN.of(failing)).isEmpty();
      assertThat(log.at(Level.FINE)).singleElement().asString().contains("not connected");
    }
  }
}
