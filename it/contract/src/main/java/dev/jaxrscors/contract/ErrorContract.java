package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static org.assertj.core.api.Assertions.assertThat;

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
    Answer answer = subject().send(Requests.get("errors/status/" + status));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_a_mapped_exception_is_shared() {
    Answer answer = subject().send(Requests.get("errors/mapped"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).isEqualTo("sold out");
    assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_a_filter_after_the_match_is_shared() {
    Outcome outcome = subject().during(Requests.get("guarded"));

    assertThat(outcome.answer().status()).isEqualTo(401);
    assertThat(outcome.answer().text()).isEqualTo("who are you?");
    assertThat(CorsLines.of(outcome.answer())).isEqualTo(CorsLines.sharing(APP));
    assertThat(outcome.calls()).containsExactly("authentication 1");
  }

  @Test
  void of_a_parameter_that_cannot_be_read_is_shared() {
    Answer answer = subject().send(Requests.get("errors/number?value=many"));

    // 404 by the specification; the CXF of TomEE 9 then finds no writer for its own words.
    assertThat(answer.status()).isIn(404, 406);
    assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
  }

  @Test
  void of_an_unmapped_exception_is_shared_as_far_as_the_runtime_lets_a_filter() {
    Answer answer = subject().send(Requests.get("errors/unmapped"));

    assertThat(answer.status()).isEqualTo(500);
    if (subject().has(Gap.UNMAPPED_EXCEPTION)) {
      assertThat(answer.linesStartingWith("Access-Control-")).isEmpty();
    } else {
      assertThat(CorsLines.of(answer)).isEqualTo(CorsLines.sharing(APP));
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
    Answer answer = subject().send(Requests.from(APP, method, path));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(CorsLines.of(answer)).isEmpty();
  }

  @Test
  void for_a_media_type_that_nobody_reads_is_nobodys() {
    Request request =
        Requests.from(APP, "PUT", "errors/json").withBody("application/x-other", "other");

    Answer answer = subject().send(request);

    assertThat(answer.status()).isEqualTo(415);
    assertThat(CorsLines.of(answer)).isEmpty();
  }

  @Test
  void for_a_media_type_that_nobody_writes_is_nobodys() {
    Answer answer = subject().send(Requests.get("targets/odd").with("Accept", "application/json"));

    assertThat(answer.status()).isEqualTo(406);
    assertThat(CorsLines.of(answer)).isEmpty();
  }

  @Test
  void on_the_way_to_a_locator_is_nobodys() {
    assertThat(List.of("shops/gone", "shops/denied"))
        .allSatisfy(
            path -> {
              Answer answer = subject().send(Requests.get(path));
              assertThat(answer.status()).isIn(401, 404);
              assertThat(CorsLines.of(answer)).isEmpty();
            });
  }
}
