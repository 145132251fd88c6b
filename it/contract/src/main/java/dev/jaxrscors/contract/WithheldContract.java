package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants that the application takes back. */
public abstract class WithheldContract {

  private static final List<String> WITHHELD = List.of(CorsLines.VARY_ORIGIN);

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  private Reply token(String client) {
    return subject()
        .send(
            Requests.from(APP, "POST", "withheld/token")
                .carrying("application/x-www-form-urlencoded", "client=" + client));
  }

  @Test
  void a_resource_that_knows_the_client_from_the_body_takes_it_back() {
    Reply ours = token("ours");
    assertThat(ours.text()).isEqualTo("token");
    assertThat(CorsLines.of(ours)).contains("Access-Control-Allow-Origin: " + APP);

    Reply other = token("other");
    assertThat(other.status()).isEqualTo(200);
    assertThat(other.text()).isEqualTo("token");
    assertThat(CorsLines.of(other)).isEqualTo(WITHHELD);

    assertThat(CorsLines.of(token("ours"))).isEqualTo(CorsLines.of(ours));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain?withhold=in", "plain?withhold=out"})
  void so_do_filters(String path) {
    assertWithheld(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"async", "events?kept=events"})
  void so_do_asynchronous_resources_and_event_streams(String path) {
    if (subject().has(Gap.ASYNCHRONOUS)) {
      assertThat(subject().send(Requests.get("withheld/" + path)).status()).isEqualTo(500);
    } else {
      assertWithheld(path);
    }
  }

  private void assertWithheld(String path) {
    Reply reply = subject().send(Requests.get("withheld/" + path));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.text()).isNotEmpty();
    assertThat(CorsLines.of(reply)).isEqualTo(WITHHELD);
  }

  @Test
  void an_error_keeps_what_else_it_varies_by() {
    Reply reply = subject().send(Requests.get("withheld/error"));
    assertThat(reply.status()).isEqualTo(409);
    assertThat(CorsLines.of(reply))
        .allSatisfy(line -> assertThat(line).startsWith("Vary: "))
        .anySatisfy(line -> assertThat(line).contains("Accept"))
        .anySatisfy(line -> assertThat(line).contains("Origin"));
  }

  @Test
  void once_an_event_is_sent_it_is_too_late_and_says_so() {
    Reply reply = subject().send(Requests.get("withheld/late?kept=late"));
    if (subject().has(Gap.ASYNCHRONOUS)) {
      assertThat(reply.status()).isEqualTo(500);
      return;
    }
    assertThat(CorsLines.of(reply)).contains("Access-Control-Allow-Origin: " + APP);
    assertThat(reply.text()).contains("first").contains("too late").doesNotContain("in time");
  }

  @Test
  void a_preflight_that_is_taken_back_is_refused() {
    Outcome outcome =
        subject().during(Requests.preflight("withheld/plain?withhold=out", APP, "PUT"));
    assertThat(outcome.reply().status()).isEqualTo(403);
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.refusing());
    assertThat(outcome.calls()).noneMatch(call -> call.startsWith("withheld"));
    assertThat(subject().send(Requests.preflight("withheld/plain", APP, "PUT")).status())
        .isEqualTo(204);
  }
}
