package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Exchange;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers let the request be sent. */
class PreflightAnswerTest extends Served {
  private static final String ALLOW_PUT = "Access-Control-Allow-Methods: PUT";
  private static final String ALLOW_A = "Access-Control-Allow-Headers: x-a";

  private Outcome put(Browser page, String... answer) {
    server.toPreflights(answer).toRequests("200 OK", ALLOW_PAGE, ALLOW_CREDENTIALS);
    return page.put(server.at("/")).header("X-A", "1").send();
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "204 No Content", "299 Whatever"})
  void a_status_of_success_that_grants_it_lets_it_be_sent(String status) {
    assertThat(put(browser, status, ALLOW_PAGE, ALLOW_PUT, ALLOW_A)).isShared().sentPreflight();
  }

  @ParameterizedTest
  @CsvSource({"300", "301", "302", "307", "308", "400", "401", "403", "404", "405", "500", "503"})
  void no_other_status_does(int status) {
    Outcome outcome = put(browser, status + " X", "Location: /", ALLOW_PAGE, ALLOW_PUT, ALLOW_A);

    assertThat(outcome)
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because("the status is " + status + ", which is not 200 to 299");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_refusal_says_everything_that_is_missing() {
    assertThat(put(browser, "403 Forbidden").explanation())
        .isEqualTo(
            "blocked at the preflight: the status is 403, which is not 200 to 299,"
                + " and there is no Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT",
        "PUT, DELETE",
        "DELETE,PUT",
        ",,PUT,",
        " PUT ",
        "\tPUT\t,\tGET",
        "*",
        "GET, *",
        "PUT, PUT",
      })
  void the_method_is_in_the_list(String methods) {
    assertThat(
            put(browser, "204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: " + methods, ALLOW_A))
        .isShared();
  }

  @Test
  void the_list_may_be_split_over_lines() {
    assertThat(
            put(
                browser,
                "204 X",
                ALLOW_PAGE,
                "Access-Control-Allow-Methods: GET",
                "access-control-allow-methods: PUT",
                "Access-Control-Allow-Headers: x-b",
                "Access-Control-Allow-Headers: x-a"))
        .isShared();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | PUT is not in Access-Control-Allow-Methods",
        "put | PUT is not in Access-Control-Allow-Methods, where it is in another case",
        "'' | PUT is not in Access-Control-Allow-Methods",
        "PUTS | PUT is not in Access-Control-Allow-Methods",
        "PUT;DELETE | Access-Control-Allow-Methods is malformed, as it holds [PUT;DELETE]",
        "PUT DELETE | Access-Control-Allow-Methods is malformed, as it holds [PUT DELETE]",
        "\"PUT\" | Access-Control-Allow-Methods is malformed, as it holds [\"PUT\"]",
        "PUT, a b | Access-Control-Allow-Methods is malformed, as it holds [a b]",
      })
  void or_the_request_is_not_sent(String methods, String reason) {
    assertThat(
            put(browser, "204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: " + methods, ALLOW_A))
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-a", "X-A", "x-b, X-a", ",x-a,,", "*", "x-b,*"})
  void every_header_is_in_the_list_in_any_case(String names) {
    assertThat(
            put(browser, "204 X", ALLOW_PAGE, ALLOW_PUT, "Access-Control-Allow-Headers: " + names))
        .isShared();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-b | x-a is not in Access-Control-Allow-Headers",
        "'' | x-a is not in Access-Control-Allow-Headers",
        "x_a | x-a is not in Access-Control-Allow-Headers",
        "x-a x-b | Access-Control-Allow-Headers is malformed, as it holds [x-a x-b]",
        "x-a:, x-b | Access-Control-Allow-Headers is malformed, as it holds [x-a:]",
      })
  void or_it_is_not_sent_either(String names, String reason) {
    assertThat(
            put(browser, "204 X", ALLOW_PAGE, ALLOW_PUT, "Access-Control-Allow-Headers: " + names))
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because(reason);
  }

  @Test
  void every_missing_header_and_the_method_are_named() {
    server.toPreflights("204 X", ALLOW_PAGE);

    assertThat(browser.delete(server.at("/")).header("X-B", "1").header("X-A", "1").send())
        .isBlocked()
        .because(
            "DELETE is not in Access-Control-Allow-Methods, and x-a is not in"
                + " Access-Control-Allow-Headers, and x-b is not in Access-Control-Allow-Headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST"})
  void a_safelisted_method_need_not_be_listed(String method) {
    server.toPreflights("204 X", ALLOW_PAGE, ALLOW_A).toRequests("200 OK", ALLOW_PAGE);

    assertThat(browser.request(method, server.at("/")).header("X-A", "1").send()).isShared();
  }

  @Test
  void with_credentials_an_asterisk_is_a_name() {
    Browser page = browser.withCredentials();

    assertThat(
            put(
                page,
                "204 X",
                ALLOW_PAGE,
                ALLOW_CREDENTIALS,
                "Access-Control-Allow-Methods: *",
                "Access-Control-Allow-Headers: *"))
        .isBlocked()
        .because(
            "PUT is not in Access-Control-Allow-Methods, whose * is no wildcard with credentials,"
                + " and x-a is not in Access-Control-Allow-Headers, whose * is no wildcard with"
                + " credentials");
    assertThat(
            put(
                page,
                "204 X",
                ALLOW_PAGE,
                ALLOW_CREDENTIALS,
                "Access-Control-Allow-Methods: *, PUT",
                "Access-Control-Allow-Headers: *, X-A"))
        .isShared();
  }

  @Test
  void a_wildcard_does_not_cover_authorization_but_engines_think_so() {
    server
        .toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Headers: *")
        .toRequests("200 OK", ALLOW_PAGE);

    assertThat(authorized(browser))
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because("authorization is not in Access-Control-Allow-Headers, whose * does not cover it");
    assertThat(authorized(browser.likeEngines())).isShared();
  }

  @Test
  void authorization_beside_a_wildcard_is_named() {
    server
        .toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Headers: *, Authorization")
        .toRequests("200 OK", ALLOW_PAGE);

    assertThat(authorized(browser)).isShared();
  }

  private Outcome authorized(Browser page) {
    return page.get(server.at("/")).header("Authorization", "Bearer t").send();
  }

  @Test
  void a_preflight_is_checked_with_the_credentials_of_the_request() {
    assertThat(put(browser.withCredentials(), "204 X", ALLOW_PAGE, ALLOW_PUT, ALLOW_A))
        .isBlocked()
        .at(Stage.PREFLIGHT)
        .because("there is no Access-Control-Allow-Credentials");
    assertThat(put(browser, "204 X", "Access-Control-Allow-Origin: *", ALLOW_PUT, ALLOW_A))
        .isShared();
    assertThat(
            put(
                browser.withCredentials(),
                "204 X",
                "Access-Control-Allow-Origin: *",
                ALLOW_CREDENTIALS,
                ALLOW_PUT,
                ALLOW_A))
        .isBlocked()
        .because(
            "Access-Control-Allow-Origin is *, which does not allow a request with credentials");
  }

  @Test
  void the_outcome_shows_the_preflight_as_it_went_over_the_wire() {
    Outcome outcome = put(browser, "403 Forbidden", "X-Gateway: no");

    List<Exchange> exchanges = outcome.exchanges();
    assertThat(exchanges).hasSize(1);
    assertThat(exchanges.get(0)).isInstanceOf(Exchange.SentPreflight.class);
    assertThat(exchanges.get(0).uri()).isEqualTo(server.at("/"));
    assertThat(outcome.toString())
        .startsWith("blocked at the preflight: the status is 403")
        .contains("OPTIONS " + server.at("/"), "Access-Control-Request-Headers: x-a", "-> 403")
        .containsIgnoringCase("X-Gateway: no");
  }
}
