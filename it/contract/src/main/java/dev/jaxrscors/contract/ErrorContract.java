package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error responses: those of a governed resource can be read by the page like any other. */
public abstract class ErrorContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 415, 500, 503})
  void that_the_resource_chose_is_shared(int status) {
    Reply reply = subject().send(Requests.get("errors/status/" + status));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_a_mapped_exception_is_shared() {
    Reply reply = subject().send(Requests.get("errors/mapped"));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.text()).isEqualTo("sold out");
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_a_filter_after_the_match_is_shared() {
    Outcome outcome = subject().during(Requests.get("guarded"));

    assertThat(outcome.reply().status()).isEqualTo(401);
    assertThat(outcome.reply().text()).isEqualTo("who are you?");
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.sharing(APP));
    assertThat(outcome.calls()).containsExactly("authentication 1");
  }

  @Test
  void of_a_parameter_that_cannot_be_read_is_shared() {
    Reply reply = subject().send(Requests.get("errors/number?value=many"));

    // 404 by the specification; the CXF of TomEE 9 then finds no writer for its own words.
    assertThat(reply.status()).isIn(404, 406);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_an_unmapped_exception_is_shared_as_far_as_the_runtime_lets_a_filter() {
    Reply reply = subject().send(Requests.get("errors/unmapped"));

    assertThat(reply.status()).isEqualTo(500);
    if (subject().has(Gap.UNMAPPED_EXCEPTION)) {
      assertThat(reply.corsFields()).isEmpty();
    } else {
      assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.sharing(APP));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, nowhere, 404",
    "GET, errors/nowhere, 404",
    "DELETE, targets, 405",
    "GET, gated, 401"
  })
  void for_which_no_resource_was_matched_is_nobodys(String method, String path, int status) {
    Reply reply = subject().send(Requests.from(APP, method, path));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(CorsLines.of(reply)).isEmpty();
  }

  @Test
  void for_a_media_type_that_nobody_reads_is_nobodys() {
    Request request =
        Requests.from(APP, "PUT", "errors/json").carrying("application/x-other", "other");

    Reply reply = subject().send(request);

    assertThat(reply.status()).isEqualTo(415);
    assertThat(CorsLines.of(reply)).isEmpty();
  }

  @Test
  void for_a_media_type_that_nobody_writes_is_nobodys() {
    Reply reply = subject().send(Requests.get("targets/odd").with("Accept", "application/json"));

    assertThat(reply.status()).isEqualTo(406);
    assertThat(CorsLines.of(reply)).isEmpty();
  }

  @Test
  void on_the_way_to_a_locator_is_nobodys() {
    assertThat(List.of("shops/gone", "shops/denied"))
        .allSatisfy(
            path -> {
              Reply reply = subject().send(Requests.get(path));
              assertThat(reply.status()).isIn(401, 404);
              assertThat(CorsLines.of(reply)).isEmpty();
            });
  }
}
