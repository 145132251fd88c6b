package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.OutcomeAssert;
import dev.jaxrscors.testing.Stage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each assertion, met and not met. */
class AssertionsTest extends Served {

  private Outcome shared() {
    server
        .toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: PUT")
        .toRequests(
            "200 OK",
            ALLOW_PAGE,
            "Access-Control-Expose-Headers: ETag",
            "ETag: \"1\"",
            "X-Total: 7",
            "",
            "hello");
    return browser.put(server.at("/")).send();
  }

  private Outcome blocked() {
    server.toRequests("200 OK");
    return browser.get(server.at("/")).send();
  }

  private static void assertNotMet(
      Outcome outcome, Consumer<OutcomeAssert> assertion, String... words) {
    assertThatThrownBy(() -> assertion.accept(assertThat(outcome)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining(outcome.explanation());
  }

  @Test
  void all_may_be_met_by_a_shared_response() {
    Outcome shared = shared();

    assertThat(shared)
        .isShared()
        .hasStatus(200)
        .hasBody("hello")
        .hasHeader("ETag", "\"1\"")
        .exposes("etag", "Content-Length")
        .hides("X-Total", "X-Absent")
        .sentPreflight();
    assertThat(shared()).usedCachedPreflight().sentNoPreflight();
    assertThat(shared.explanation())
        .isEqualTo("shared with the page: status 200, readable headers [content-length, etag]");
    assertThat(((Outcome.Shared) shared).header("X-Total")).isNull();
    assertThat(((Outcome.Shared) shared).headers().get("etag")).isEqualTo("\"1\"");
  }

  @Test
  void or_by_a_blocked_request() {
    assertThat(blocked())
        .isBlocked()
        .at(Stage.RESPONSE)
        .because("there is no Access-Control-Allow-Origin")
        .sentNoPreflight();
  }

  @Test
  void what_is_not_met_says_what_was_and_shows_the_exchanges() {
    Outcome shared = shared();

    assertNotMet(shared, OutcomeAssert::isBlocked, "to be blocked", "OPTIONS", "PUT");
    assertNotMet(shared, it -> it.hasStatus(201), "to have the status 201");
    assertNotMet(shared, it -> it.hasBody("hell"), "to have the body: hell");
    assertNotMet(shared, it -> it.hasHeader("ETag", "2"), "to let the page read ETag: 2");
    assertNotMet(shared, it -> it.exposes("ETag", "X-Total"), "to let the page read X-Total");
    assertNotMet(shared, it -> it.hides("ETag"), "to hide from the page ETag");
    assertNotMet(shared, OutcomeAssert::sentNoPreflight, "to have sent no preflight");
    assertNotMet(shared, OutcomeAssert::usedCachedPreflight, "to have used the preflight cache");
  }

  @Test
  void nor_is_it_by_a_blocked_request() {
    Outcome blocked = blocked();

    assertNotMet(blocked, OutcomeAssert::isShared, "to be shared", "GET");
    assertNotMet(blocked, it -> it.exposes("ETag"), "to be shared");
    assertNotMet(blocked, it -> it.hides("ETag"), "to be shared");
    assertNotMet(blocked, it -> it.at(Stage.PREFLIGHT), "to be blocked at the preflight");
    assertNotMet(blocked, it -> it.because("of me"), "to be blocked because: of me");
    assertNotMet(blocked, OutcomeAssert::sentPreflight, "to have sent a preflight");
  }

  @Test
  void a_description_is_kept() {
    Outcome blocked = blocked();

    assertThatThrownBy(() -> assertThat(blocked).as("the friendly page").isShared())
        .hasMessageStartingWith("[the friendly page]");
  }
}
