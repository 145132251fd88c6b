package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read a response, and what of it. */
class ResponseTest extends Served {

  private Outcome get(Browser page, String... response) {
    server.toRequests(response);
    return page.get(server.at("/")).send();
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "400 X", "401 X", "403 X", "404 X", "415 X", "500 X", "304 X"})
  void any_status_may_be_shared(String status) {
    assertThat(get(browser, status, ALLOW_PAGE))
        .isShared()
        .hasStatus(Integer.parseInt(status.substring(0, 3)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, ",
    "*, ",
    "https://app.example.com/, not",
    "https://APP.example.com, not",
    "https://app.example.com:443, not",
    "http://app.example.com, not",
    "https://app.example.com.evil.org, not",
    "https://evil.org, not",
    "https://*.example.com, not",
    "'https://app.example.com, https://app.example.com', not",
    "'https://app.example.com *', not",
    "'*, *', not",
    "'', not",
    "null, not",
    "true, not",
  })
  void the_allowed_origin_is_the_page_byte_by_byte_or_an_asterisk(String allowed, String not) {
    Outcome outcome = get(browser, "200 OK", "Access-Control-Allow-Origin: " + allowed);

    if (not == null) {
      assertThat(outcome).isShared();
    } else {
      assertThat(outcome)
          .isBlocked()
          .at(Stage.RESPONSE)
          .because("Access-Control-Allow-Origin is \"" + allowed + "\", not \"" + PAGE + "\"");
    }
  }

  /** Java's own clients strip them, browsers do not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE + "\u0001",
        "\u0001" + PAGE,
        PAGE + "\u000b",
        "\u000c" + PAGE,
        PAGE + "\u001f\u001f",
        PAGE + "\u007f",
        PAGE + "\u00a0",
        "\u0085" + PAGE,
        "*\u0001",
        "\u001c*"
      })
  void control_characters_around_the_allowed_origin_are_a_part_of_it(String allowed) {
    assertThat(get(browser, "200 OK", "Access-Control-Allow-Origin: " + allowed))
        .isBlocked()
        .at(Stage.RESPONSE)
        .because("Access-Control-Allow-Origin is \"" + allowed + "\", not \"" + PAGE + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE + "\u0000", "\u0000" + PAGE, "\u0000", "*\u0000", "a\u0000b"})
  void a_field_with_a_nul_is_none_and_the_response_no_response(String allowed) {
    assertThat(get(browser, "200 OK", "Access-Control-Allow-Origin: " + allowed))
        .isBlocked()
        .at(Stage.NETWORK);
    assertThat(get(browser, "200 OK", ALLOW_PAGE, "X-Other: " + allowed))
        .isBlocked()
        .at(Stage.NETWORK);
  }

  @Test
  void spaces_and_tabs_around_a_value_are_no_part_of_it() {
    assertThat(
            get(
                browser.withCredentials(),
                "200 OK",
                "Access-Control-Allow-Origin: \t " + PAGE + " \t",
                "Access-Control-Allow-Credentials:\ttrue  "))
        .isShared();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true\u0001", "\u000btrue", "true\u001f"})
  void control_characters_around_true_are_a_part_of_it(String value) {
    assertThat(
            get(
                browser.withCredentials(),
                "200 OK",
                ALLOW_PAGE,
                "Access-Control-Allow-Credentials: " + value))
        .isBlocked()
        .at(Stage.RESPONSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag\u0001", "\u000bETag", "*\u001f"})
  void control_characters_around_a_name_expose_nothing(String exposed) {
    assertThat(
            get(
                browser,
                "200 OK",
                ALLOW_PAGE,
                "Access-Control-Expose-Headers: " + exposed,
                "ETag: \"1\""))
        .isShared()
        .hides("ETag");
  }

  @Test
  void without_one_there_is_nothing_to_read() {
    assertThat(get(browser, "200 OK").explanation())
        .isEqualTo("blocked at the response: there is no Access-Control-Allow-Origin");
  }

  @Test
  void several_lines_are_one_value_that_equals_no_origin() {
    assertThat(get(browser, "200 OK", ALLOW_PAGE, ALLOW_PAGE))
        .isBlocked()
        .because("is \"" + PAGE + ", " + PAGE + "\", not");
  }

  @Test
  void a_frame_of_no_origin_is_null_to_the_server() {
    assertThat(get(browserAt("null"), "200 OK", "Access-Control-Allow-Origin: null")).isShared();
    assertThat(get(browserAt("null"), "200 OK", ALLOW_PAGE)).isBlocked();
  }

  @ParameterizedTest
  @CsvSource({
    "true, ",
    "True, not",
    "TRUE, not",
    "false, not",
    "1, not",
    "'', not",
    "'true, true', not",
    "yes, not",
  })
  void credentials_are_allowed_by_exactly_true(String value, String not) {
    Outcome outcome =
        get(
            browser.withCredentials(),
            "200 OK",
            ALLOW_PAGE,
            "Access-Control-Allow-Credentials: " + value);

    if (not == null) {
      assertThat(outcome).isShared();
    } else {
      assertThat(outcome)
          .isBlocked()
          .at(Stage.RESPONSE)
          .because("Access-Control-Allow-Credentials is \"" + value + "\", not \"true\"");
    }
  }

  @Test
  void with_credentials_they_must_be_allowed_and_the_origin_named() {
    Browser page = browser.withCredentials();

    assertThat(get(page, "200 OK", ALLOW_PAGE))
        .isBlocked()
        .because("there is no Access-Control-Allow-Credentials");
    assertThat(get(page, "200 OK", "Access-Control-Allow-Origin: *", ALLOW_CREDENTIALS))
        .isBlocked()
        .because(
            "Access-Control-Allow-Origin is *, which does not allow a request with credentials");
    assertThat(get(page.withoutCredentials(), "200 OK", "Access-Control-Allow-Origin: *"))
        .isShared();
  }

  @Test
  void without_credentials_it_does_not_matter_what_is_said_of_them() {
    assertThat(get(browser, "200 OK", ALLOW_PAGE, "Access-Control-Allow-Credentials: maybe"))
        .isShared();
  }

  @Test
  void cookies_go_along_with_credentials_only() {
    Browser holder = browser.withCookie("session", "1").withCookie("theme", "dark");
    get(holder, "200 OK", ALLOW_PAGE);
    get(holder.withCredentials(), "200 OK", ALLOW_PAGE);

    assertThat(server.received())
        .extracting(request -> request.field("Cookie"))
        .containsExactly(null, "session=1; theme=dark");
  }

  @Test
  void seven_headers_need_not_be_exposed() {
    assertThat(
            get(
                browser,
                "200 OK",
                ALLOW_PAGE,
                "Cache-Control: no-cache",
                "Content-Language: de",
                "Content-Type: text/plain",
                "Expires: 0",
                "Last-Modified: Mon, 06 Jan 2025 00:00:00 GMT",
                "Pragma: no-cache",
                "ETag: \"1\"",
                "Location: /1",
                "Vary: Origin",
                "Set-Cookie: a=b"))
        .isShared()
        .exposes("cache-control", "Content-Language", "Content-Length", "Content-Type")
        .exposes("Expires", "Last-Modified", "Pragma")
        .hides("ETag", "Location", "Vary", "Set-Cookie", "Connection")
        .hides("Access-Control-Allow-Origin");
  }

  @ParameterizedTest
  @CsvSource({
    "ETag, true, false",
    "etag, true, false",
    "'X-Total , ,eTAG', true, true",
    "*, true, true",
    "'X-Total,*', true, true",
    "ETags, false, false",
    "'', false, false",
    "ETag X-Total, false, false",
    "'ETag, X Total', false, false",
    "\"ETag\", false, false",
  })
  void others_are_read_if_they_are_exposed(String exposed, boolean tag, boolean total) {
    Outcome outcome =
        get(
            browser,
            "200 OK",
            ALLOW_PAGE,
            "Access-Control-Expose-Headers: " + exposed,
            "ETag: \"1\"",
            "X-Total: 7");

    assertThat(outcome).isShared();
    assertThat(((Outcome.Shared) outcome).headers().contains("ETag")).isEqualTo(tag);
    assertThat(((Outcome.Shared) outcome).headers().contains("X-Total")).isEqualTo(total);
  }

  @Test
  void exposed_names_may_be_split_over_lines() {
    assertThat(
            get(
                browser,
                "200 OK",
                ALLOW_PAGE,
                "Access-Control-Expose-Headers: ETag",
                "Access-Control-Expose-Headers: X-Total",
                "ETag: \"1\"",
                "X-Total: 7",
                "X-Total: 8"))
        .hasHeader("etag", "\"1\"")
        .hasHeader("X-Total", "7, 8");
  }

  @Test
  void with_credentials_an_asterisk_exposes_a_header_of_that_name() {
    Outcome outcome =
        get(
            browser.withCredentials(),
            "200 OK",
            ALLOW_PAGE,
            ALLOW_CREDENTIALS,
            "Access-Control-Expose-Headers: *",
            "ETag: \"1\"",
            "*: asterisk");

    assertThat(outcome).isShared().hides("ETag").hasHeader("*", "asterisk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "Set-Cookie, set-cookie2"})
  void nothing_exposes_a_cookie(String exposed) {
    assertThat(
            get(
                browser,
                "200 OK",
                ALLOW_PAGE,
                "Access-Control-Expose-Headers: " + exposed,
                "Set-Cookie: a=b",
                "Set-Cookie2: a=b"))
        .isShared()
        .hides("Set-Cookie", "Set-Cookie2");
  }
}
