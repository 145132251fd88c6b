package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application with a policy on the class of the application, so that every response has one, and
 * with the mapper for exceptions that nothing else maps.
 */
public abstract class GoverningContract {

  private static final String WHOLE = "https://whole.example.com";

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @Test
  void its_policy_governs_a_resource_without_one() {
    Reply reply = subject().send(Requests.from(WHOLE, "GET", "ping"));

    assertThat(reply.text()).isEqualTo("pong");
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(WHOLE));
  }

  @Test
  void its_policy_answers_preflights_to_a_resource_without_one() {
    Outcome outcome = subject().during(Requests.preflight("ping", WHOLE, "POST"));

    assertThat(outcome.reply().status()).isEqualTo(204);
    assertThat(CorsLines.of(outcome.reply()))
        .isEqualTo(CorsLines.granting(WHOLE, "GET, HEAD, POST", "Content-Type, Authorization"));
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void a_nearer_policy_goes_first() {
    assertThat(CorsLines.of(subject().send(Requests.get("targets"))))
        .isEqualTo(CorsLines.sharing(APP));
    assertThat(CorsLines.of(subject().send(Requests.from(WHOLE, "GET", "targets"))))
        .containsExactly(CorsLines.VARY_ORIGIN);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nowhere, 404",
    "DELETE, targets, 405",
    "GET, gated, 401",
    "GET, shops/gone, 404",
    "GET, shops/denied, 401"
  })
  void an_error_for_which_no_resource_was_matched_is_shared(
      String method, String path, int status) {
    Reply reply = subject().send(Requests.from(WHOLE, method, path));

    assertThat(reply.status()).isEqualTo(status);
    if (status == 404 && subject().has(Gap.NOT_FOUND)) {
      assertThat(CorsLines.of(reply)).isEmpty();
      return;
    }
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(WHOLE));
    assertThat(CorsLines.of(subject().send(Requests.from(STRANGER, method, path))))
        .containsExactly(CorsLines.VARY_ORIGIN);
  }

  @Test
  void an_error_for_a_media_type_that_nobody_reads_is_shared() {
    Reply reply =
        subject()
            .send(Requests.from(WHOLE, "PUT", "errors/json").carrying("application/x-other", "o"));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(WHOLE));
  }

  @Test
  void a_preflight_that_no_resource_answers_has_no_header_but_vary() {
    Reply reply = subject().send(Requests.preflight("nowhere", WHOLE, "GET"));

    assertThat(reply.status()).isEqualTo(404);
    if (subject().has(Gap.NOT_FOUND)) {
      assertThat(CorsLines.of(reply)).isEmpty();
    } else {
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.refusing());
    }
  }

  @Test
  void the_mapper_makes_an_unmapped_exception_readable_and_tells_nothing() {
    Reply reply = subject().send(Requests.get("errors/unmapped"));

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).isEmpty();
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void the_mapper_leaves_other_exceptions_as_they_are() {
    Reply chosen = subject().send(Requests.get("errors/status/418"));
    assertThat(chosen.status()).isEqualTo(418);
    assertThat(CorsLines.of(chosen)).isEqualTo(CorsLines.sharing(APP));

    Reply mapped = subject().send(Requests.get("errors/mapped"));
    assertThat(mapped.status()).isEqualTo(409);
    assertThat(mapped.text()).isEqualTo("sold out");
    assertThat(CorsLines.of(mapped)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void a_policy_that_is_declared_in_code_is_found() {
    String partner = "https://partner.example.com";

    assertThat(CorsLines.of(subject().send(Requests.from(partner, "GET", "policies/named"))))
        .isEqualTo(CorsLines.sharing(partner));
  }
}
