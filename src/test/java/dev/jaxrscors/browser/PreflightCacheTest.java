package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the answer to a preflight is kept, and for which requests. */
class PreflightCacheTest extends Served {

  @BeforeEach
  void serve() {
    serveAnyone();
  }

  private Outcome put(Browser page) {
    return page.put(server.at("/")).header("X-A", "1").send();
  }

  private void answer(String... more) {
    String[] lines = new String[more.length + 3];
    lines[0] = "204 No Content";
    lines[1] = ALLOW_PAGE;
    lines[2] = ALLOW_CREDENTIALS;
    System.arraycopy(more, 0, lines, 3, more.length);
    server.toPreflights(lines);
  }

  @Test
  void ten_requests_need_one_preflight() {
    assertThat(put(browser)).isShared().sentPreflight();
    for (int i = 0; i < 9; i++) {
      assertThat(put(browser)).isShared().sentNoPreflight().usedCachedPreflight();
    }

    assertThat(server.preflights()).isEqualTo(1);
    assertThat(server.received()).hasSize(11);
  }

  @Test
  void the_next_listed_method_or_header_needs_none() {
    put(browser);

    assertThat(browser.delete(server.at("/")).send()).usedCachedPreflight().isShared();
    assertThat(browser.put(server.at("/")).header("x-B", "1").json("{}")).usedCachedPreflight();
    assertThat(browser.get(server.at("/")).header("X-B", "1").send()).usedCachedPreflight();
    assertThat(server.preflights()).isEqualTo(1);
  }

  @Test
  void a_name_that_was_not_listed_is_asked_for() {
    put(browser);

    assertThat(browser.put(server.at("/")).header("X-C", "1").send()).isBlocked().sentPreflight();
    assertThat(browser.request("QUERY", server.at("/")).send()).isBlocked().sentPreflight();
  }

  @Test
  void another_address_is_asked_again() {
    put(browser);

    assertThat(browser.put(server.at("/?page=2")).send()).sentPreflight();
    assertThat(browser.put(server.at("/other")).send()).sentPreflight();
    assertThat(browser.put(server.at("/#fragment")).send()).usedCachedPreflight();
  }

  @Test
  void another_page_is_asked_again() {
    put(browser);
    answer("Access-Control-Allow-Methods: PUT", "Access-Control-Allow-Headers: x-a");

    assertThat(put(browser.goTo("https://other.example.com"))).isBlocked().sentPreflight();
    assertThat(put(browser.goTo(PAGE + "/elsewhere"))).isShared().usedCachedPreflight();
  }

  @Test
  void what_was_stored_without_credentials_does_not_serve_a_request_with_them() {
    put(browser);

    assertThat(put(browser.withCredentials())).isShared().sentPreflight();
  }

  @Test
  void what_was_stored_with_credentials_serves_both() {
    put(browser.withCredentials());

    assertThat(put(browser.withoutCredentials())).isShared().usedCachedPreflight();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5",
    "Access-Control-Max-Age: 600, 600",
    "Access-Control-Max-Age: 0600, 600",
    "Access-Control-Max-Age: 1, 1",
    "Access-Control-Max-Age: -1, 5",
    "Access-Control-Max-Age: -600, 5",
    "Access-Control-Max-Age: 600s, 5",
    "'Access-Control-Max-Age: 600\u0001', 5",
    "Access-Control-Max-Age: 1.5, 5",
    "Access-Control-Max-Age: soon, 5",
    "Access-Control-Max-Age:, 5",
    "'Access-Control-Max-Age: 600\nAccess-Control-Max-Age: 600', 5",
    "'Access-Control-Max-Age: 600, 600', 5",
  })
  void an_answer_is_kept_as_long_as_it_says_or_5_seconds(String maxAge, long seconds) {
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a" + (maxAge.isEmpty() ? "" : "\n" + maxAge));

    put(browser);
    browser.elapse(Duration.ofSeconds(seconds).minusMillis(1));
    assertThat(put(browser)).usedCachedPreflight();
    browser.elapse(Duration.ofMillis(1));
    assertThat(put(browser)).sentPreflight();
  }

  @Test
  void an_answer_for_0_seconds_is_not_kept() {
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a",
        "Access-Control-Max-Age: 0");

    put(browser);

    assertThat(put(browser)).sentPreflight();
  }

  @ParameterizedTest
  @CsvSource({"-1", "-600", "-0"})
  void a_negative_age_is_malformed_but_to_engines_it_is_0(String age) {
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a",
        "Access-Control-Max-Age: " + age);

    put(browser);
    assertThat(put(browser)).usedCachedPreflight();
    Browser engine = Browser.at(PAGE).likeEngines();
    put(engine);
    assertThat(put(engine)).sentPreflight();
  }

  @Test
  void an_age_beyond_all_numbers_is_long() {
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a",
        "Access-Control-Max-Age: " + "9".repeat(400));

    put(browser);

    assertThat(put(browser.elapse(Duration.ofDays(365)))).usedCachedPreflight();
  }

  @Test
  void an_engine_limits_the_age() {
    Browser chromium = browser.withLongestMaxAge(Duration.ofHours(2));
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a",
        "Access-Control-Max-Age: 86400");

    put(chromium);

    assertThat(put(chromium.elapse(Duration.ofMinutes(119)))).usedCachedPreflight();
    assertThat(put(chromium.elapse(Duration.ofMinutes(1)))).sentPreflight();
  }

  @Test
  void each_name_has_its_own_age() {
    answer("Access-Control-Allow-Methods: PUT", "Access-Control-Max-Age: 10");
    browser.put(server.at("/")).send();
    browser.elapse(Duration.ofSeconds(9));
    answer(
        "Access-Control-Allow-Methods: DELETE",
        "Access-Control-Allow-Headers: x-b",
        "Access-Control-Max-Age: 10");
    assertThat(browser.delete(server.at("/")).header("X-B", "1").send()).sentPreflight();
    assertThat(browser.put(server.at("/")).header("X-B", "1").send()).usedCachedPreflight();

    browser.elapse(Duration.ofSeconds(1));

    assertThat(browser.delete(server.at("/")).send()).usedCachedPreflight();
    assertThat(browser.put(server.at("/")).send()).isBlocked().sentPreflight();
  }

  @Test
  void a_later_answer_sets_the_age_anew() {
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-a",
        "Access-Control-Max-Age: 600");
    put(browser);
    answer(
        "Access-Control-Allow-Methods: PUT",
        "Access-Control-Allow-Headers: x-b",
        "Access-Control-Max-Age: 1");
    assertThat(browser.put(server.at("/")).header("X-B", "1").send()).sentPreflight();

    browser.elapse(Duration.ofSeconds(1));

    assertThat(put(browser)).isBlocked().sentPreflight();
  }

  @Test
  void a_failure_forgets_everything_of_the_address() {
    put(browser);
    server.toRequests("200 OK");
    assertThat(put(browser)).isBlocked().usedCachedPreflight();
    serveAnyone();

    assertThat(put(browser)).isShared().sentPreflight();
  }

  @Test
  void a_refused_preflight_forgets_everything_too() {
    put(browser);
    assertThat(browser.put(server.at("/")).header("X-C", "1").send()).isBlocked();

    assertThat(put(browser)).isShared().sentPreflight();
  }

  @Test
  void a_failed_simple_request_forgets_nothing() {
    put(browser);
    server.toRequests("200 OK");
    assertThat(browser.get(server.at("/")).send()).isBlocked();
    serveAnyone();

    assertThat(put(browser)).usedCachedPreflight();
  }

  @Test
  void a_wildcard_is_kept_as_one_and_does_not_cover_authorization() {
    answer("Access-Control-Allow-Methods: *", "Access-Control-Allow-Headers: *");
    put(browser);

    assertThat(browser.request("QUERY", server.at("/")).header("X-Z", "1").send())
        .isShared()
        .usedCachedPreflight();
    assertThat(browser.put(server.at("/")).header("Authorization", "Bearer t").send())
        .isBlocked()
        .sentPreflight();
  }

  @Test
  void an_asterisk_with_credentials_is_a_wildcard_in_the_cache_but_not_in_engines() {
    answer("Access-Control-Allow-Methods: PUT, *", "Access-Control-Allow-Headers: x-a");
    Browser page = browser.withCredentials();

    put(page);
    assertThat(page.delete(server.at("/")).send()).isShared().usedCachedPreflight();
    assertThat(page.likeEngines().delete(server.at("/")).send()).isBlocked().sentPreflight();
  }

  @Test
  void a_new_browser_knows_nothing() {
    put(browser);

    assertThat(put(Browser.at(PAGE))).sentPreflight();
  }
}
