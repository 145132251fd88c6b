package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Methods that return a publisher, which is no part of Jakarta REST: for a server that offers it
 * all the same, and an application that has three below {@code streams}.
 */
public abstract class StreamContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @ValueSource(strings = {"streams/events", "streams/text"})
  void what_is_streamed_is_shared_with_the_origin_alone(String path) {
    Reply reply = subject().send(Requests.get(path));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("first").contains("second");
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
    assertThat(CorsLines.of(subject().send(Requests.from(STRANGER, "GET", path))))
        .containsExactly(CorsLines.VARY_ORIGIN);
    assertThat(CorsLines.of(subject().send(Request.of("GET", path))))
        .containsExactly(CorsLines.VARY_ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "streams/events, 'Content-Type, Authorization, Last-Event-ID'",
    "streams/text, 'Content-Type, Authorization'"
  })
  void a_preflight_is_granted_and_refused(String path, String headers) {
    Reply granted = subject().send(Requests.preflight(path, APP, "GET"));
    assertThat(granted.status()).isEqualTo(204);
    assertThat(CorsLines.of(granted)).isEqualTo(CorsLines.granting(APP, "GET, HEAD", headers));

    Reply refused = subject().send(Requests.preflight(path, STRANGER, "GET"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(CorsLines.of(refused)).isEqualTo(CorsLines.refusing());
  }

  @Test
  void what_is_rejected_does_not_start() {
    String path = "streams/rejecting";
    assertThat(subject().send(Requests.get(path)).text()).contains("first");

    Reply rejected = subject().send(Requests.from(STRANGER, "GET", path));
    assertThat(rejected.status()).isEqualTo(403);
    assertThat(rejected.text()).doesNotContain("first");
    assertThat(CorsLines.of(rejected)).containsExactly(CorsLines.VARY_ORIGIN);
  }
}
