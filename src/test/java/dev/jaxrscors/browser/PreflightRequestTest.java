package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browser.VerbatimServer.Received;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a preflight is sent, and what it asks. */
class PreflightRequestTest extends Served {

  @BeforeEach
  void serve() {
    serveAnyone();
  }

  @Test
  void a_preflight_is_this_and_nothing_else() {
    browser
        .withCredentials()
        .withCookie("session", "1")
        .put(server.at("/orders/1?x=y"))
        .header("X-B", "2")
        .header("X-A", "1")
        .header("Authorization", "Bearer t")
        .header("x-a", "again")
        .json("{}");

    Received preflight = server.received().get(0);
    assertThat(preflight.method()).isEqualTo("OPTIONS");
    assertThat(preflight.target()).isEqualTo("/orders/1?x=y");
    assertThat(preflight.fields())
        .containsAllEntriesOf(
            Map.of(
                "Accept", "*/*",
                "Origin", PAGE,
                "Access-Control-Request-Method", "PUT",
                "Access-Control-Request-Headers", "authorization,content-type,x-a,x-b"))
        .doesNotContainKeys("Cookie", "Authorization", "Content-Type", "X-A", "X-B");
    assertThat(preflight.body()).isEmpty();
  }

  @Test
  void after_it_the_request_itself_carries_everything() {
    assertThat(browser.put(server.at("/")).header("X-A", "1").header("x-a", "2").json("{}"))
        .isShared()
        .sentPreflight();

    Received request = server.received().get(1);
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.field("Origin")).isEqualTo(PAGE);
    assertThat(request.field("X-A")).isEqualTo("1, 2");
    assertThat(request.body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "patch", "query"})
  void a_method_that_is_not_safelisted_is_asked_for(String method) {
    browser.request(method, server.at("/")).send();

    Received preflight = server.received().get(0);
    assertThat(preflight.field("Access-Control-Request-Method")).isEqualTo(method);
    assertThat(preflight.field("Access-Control-Request-Headers")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST"})
  void a_safelisted_method_is_named_but_needs_no_preflight_by_itself(String method) {
    browser.request(method, server.at("/")).send();
    browser.request(method, server.at("/")).header("X-A", "1").send();

    assertThat(server.received().get(0).isPreflight()).isFalse();
    assertThat(server.received().get(1).field("Access-Control-Request-Method")).isEqualTo(method);
  }

  @ParameterizedTest
  @CsvSource({
    "Accept, text/html",
    "Accept, ''",
    "Accept, 'a\u00e9'",
    "accept, 'text/html;q=0.9, */*;q=0.1'",
    "Accept-Language, 'de-CH, en;q=0.5, *'",
    "Content-Language, de-CH",
    "Content-Type, text/plain",
    "Content-Type, TEXT/plain;charset=utf-8",
    "Content-Type, 'text/plain ; x'",
    "Content-Type, multipart/form-data; boundary=abc",
    "Content-Type, application/x-www-form-urlencoded;charset=UTF-8",
    "Range, bytes=0-",
    "Range, bytes=0-0",
    "Range, bytes=10-200",
  })
  void a_safelisted_header_needs_no_preflight(String name, String value) {
    assertThat(browser.post(server.at("/")).header(name, value).send())
        .isShared()
        .sentNoPreflight();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Api-Key, k",
    "Authorization, Basic YTpi",
    "If-None-Match, *",
    "Cache-Control, no-cache",
    "User-Agent, mine",
    "Last-Event-ID, abc123",
    "Accept, '\"'",
    "Accept, a(b)",
    "Accept, a:b",
    "Accept, <a>",
    "Accept, a?",
    "Accept, a@b",
    "Accept, '[a]'",
    "Accept, 'a\\b'",
    "Accept, '{a}'",
    "Accept, 'a\u0001b'",
    "Accept, 'a\u007fb'",
    "Accept-Language, de_CH",
    "Accept-Language, '\"de\"'",
    "Content-Language, de/ch",
    "Content-Type, application/json",
    "Content-Type, application/json;a=text/plain",
    "Content-Type, text/html",
    "Content-Type, 'text/plain, application/json'",
    "Content-Type, text/plain; a=\"b\"",
    "Content-Type, ''",
    "Content-Type, text",
    "Content-Type, multipart/mixed",
    "Range, bytes=-500",
    "Range, 'bytes=0-1,3-4'",
    "Range, bytes=5-4",
    "Range, bytes=-",
    "Range, items=0-1",
    "Range, bytes 0-1",
  })
  void any_other_header_or_value_is_asked_for(String name, String value) {
    browser.post(server.at("/")).header(name, value).send();

    Received first = server.received().get(0);
    assertThat(first.field("Access-Control-Request-Headers"))
        .isEqualTo(name.toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void a_safelisted_value_has_at_most_128_bytes() {
    assertThat(browser.get(server.at("/")).header("Accept", "a".repeat(128)).send())
        .sentNoPreflight();
    assertThat(browser.get(server.at("/")).header("Accept", "a".repeat(129)).send())
        .sentPreflight();
    assertThat(server.received().get(1).field("Access-Control-Request-Headers"))
        .isEqualTo("accept");
  }

  @Test
  void safelisted_values_have_at_most_1024_bytes_together() {
    var enough = browser.get(server.at("/"));
    var tooMuch = browser.get(server.at("/")).header("Content-Language", "d");
    for (int i = 0; i < 8; i++) {
      enough.header("Accept", "a".repeat(128));
      tooMuch.header("Accept", "a".repeat(128));
    }

    assertThat(enough.send()).sentNoPreflight();
    assertThat(tooMuch.send()).sentPreflight();
    assertThat(server.received().get(1).field("Access-Control-Request-Headers"))
        .isEqualTo("accept,content-language");
  }
}
