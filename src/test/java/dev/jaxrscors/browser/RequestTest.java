package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.PageRequest;
import dev.jaxrscors.testing.Stage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script may ask for, and what goes over the wire then. */
class RequestTest extends Served {

  @BeforeEach
  void serve() {
    serveAnyone();
  }

  @Test
  void a_simple_request_says_its_origin_and_brings_the_response() {
    Outcome outcome = browser.get(server.at("/a?b=c#d")).send();

    assertThat(outcome).isShared().hasStatus(200).hasBody("hello").sentNoPreflight();
    assertThat(server.only().target()).isEqualTo("/a?b=c");
    assertThat(server.only().field("Origin")).isEqualTo(PAGE);
    assertThat(server.only().field("Accept")).isEqualTo("*/*");
  }

  @ParameterizedTest
  @CsvSource({
    "https://App.Example.com, https://app.example.com",
    "https://app.example.com:443/cart?x, https://app.example.com",
    "http://app.example.com:80, http://app.example.com",
    "http://app.example.com:443, http://app.example.com:443",
    "http://[::1]:8080/, http://[::1]:8080",
    "capacitor://localhost, capacitor://localhost",
    "app://., app://.",
    "safari-web-extension://AF1F4F2C-2B0B-4F4E/popup.html, safari-web-extension://AF1F4F2C-2B0B-4F4E",
    "null, null",
    "file:///pages/a.html, null",
  })
  void the_origin_is_that_of_the_page(String page, String origin) {
    browserAt(page).get(server.at("/")).send();

    assertThat(server.only().field("Origin")).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.example.com", "https:", "/cart", "*", "", "https://a b"})
  void a_page_has_a_scheme_and_a_host(String page) {
    assertThatThrownBy(() -> browserAt(page)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "get, GET",
    "Head, HEAD",
    "post, POST",
    "pUT, PUT",
    "delete, DELETE",
    "options, OPTIONS"
  })
  void six_methods_are_normalized(String written, String sent) {
    server.toPreflights("204 No Content", ALLOW_PAGE, "Access-Control-Allow-Methods: *");

    assertThat(browser.request(written, server.at("/")).send()).isShared();

    assertThat(server.received()).last().extracting("method").isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"patch", "Patch", "query", "PROPFIND", "m-search"})
  void other_methods_keep_their_case(String method) {
    server.toPreflights("204 No Content", ALLOW_PAGE, "Access-Control-Allow-Methods: " + method);

    assertThat(browser.request(method, server.at("/")).send()).isShared();

    assertThat(server.received()).last().extracting("method").isEqualTo(method);
  }

  @Test
  void each_method_has_its_own_way_to_say_it() {
    browser.get(server.at("/")).send();
    browser.head(server.at("/")).send();
    browser.post(server.at("/")).send();
    browser.put(server.at("/")).send();
    browser.patch(server.at("/")).send();
    browser.delete(server.at("/")).send();

    assertThat(server.received().stream().filter(r -> !r.isPreflight()))
        .extracting("method")
        .containsExactly("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE, blocked before it was sent: TRACE is a forbidden method",
    "connect, blocked before it was sent: connect is a forbidden method",
    "Track, blocked before it was sent: Track is a forbidden method",
    "P UT, 'blocked before it was sent: \"P UT\" is no method'",
    "'', 'blocked before it was sent: \"\" is no method'",
  })
  void a_method_that_no_script_may_use_is_not_sent(String method, String explanation) {
    Outcome outcome = browser.request(method, server.at("/")).send();

    assertThat(outcome).isBlocked().at(Stage.REQUEST).because(explanation).sentNoPreflight();
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "head"})
  void get_and_head_have_no_body_not_even_an_empty_one(String method) {
    assertThat(browser.request(method, server.at("/")).text(""))
        .isBlocked()
        .at(Stage.REQUEST)
        .because("must not have a body");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://api.example.com/, is no http or https address",
    "/orders, is no http or https address",
    "mailto:a@example.com, is no http or https address",
    "https://me:secret@api.example.com/, has a user or password in it",
  })
  void an_address_that_no_script_may_fetch_is_not_fetched(String uri, String reason) {
    assertThat(browser.get(URI.create(uri)).send()).isBlocked().at(Stage.REQUEST).because(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "X A, a, '\"X A\" is no header name'",
    "'', a, '\"\" is no header name'",
    "X-A:, a, '\"X-A:\" is no header name'",
    "X-A, 'a\nb', the value of X-A holds what no header value may",
    "X-A, 'a\u0000b', the value of X-A holds what no header value may",
    "X-A, \u20ac, the value of X-A holds what no header value may",
  })
  void an_ill_formed_header_is_not_sent(String name, String value, String reason) {
    assertThat(browser.get(server.at("/")).header(name, value).send())
        .isBlocked()
        .at(Stage.REQUEST)
        .because(reason);
  }

  @Test
  void a_value_is_sent_without_what_surrounds_it() {
    browser.get(server.at("/")).header("Accept", "\t text/html \n").send();

    assertThat(server.only().field("Accept")).isEqualTo("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept-Charset",
        "Accept-Encoding",
        "Access-Control-Request-Headers",
        "Access-Control-Request-Method",
        "Connection",
        "Content-Length",
        "Cookie",
        "cookie2",
        "Date",
        "DNT",
        "Expect",
        "Host",
        "Keep-Alive",
        "Origin",
        "Referer",
        "Set-Cookie",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",
        "Via",
        "Proxy-Authorization",
        "Sec-Fetch-Site",
      })
  void a_forbidden_header_is_dropped_without_a_word(String name) {
    Outcome outcome = browser.get(server.at("/")).header(name, "forged").send();

    assertThat(outcome).isShared().sentNoPreflight();
    assertThat(server.only().fields().values()).doesNotContain("forged");
  }

  @ParameterizedTest
  @CsvSource({
    "X-HTTP-Method-Override, TRACE, ",
    "x-http-method, 'GET, track', ",
    "X-Method-Override, connect, ",
    "X-Method-Override, PUT, x-method-override",
    "X-Http-Methods, TRACE, x-http-methods",
  })
  void a_method_override_is_forbidden_for_forbidden_methods(
      String name, String value, String asked) {
    browser.get(server.at("/")).header(name, value).send();

    assertThat(server.only().field("Access-Control-Request-Headers")).isEqualTo(asked);
  }

  @Test
  void json_is_typed_as_json_unless_the_script_says_otherwise() {
    assertBody(browser.put(server.at("/")).header("X-A", "1"), "application/json");
    assertBody(
        browser.put(server.at("/")).header("content-type", "application/hal+json"),
        "application/hal+json");
  }

  private void assertBody(PageRequest request, String type) {
    assertThat(request.json("{}")).isShared();
    var last = server.received().get(server.received().size() - 1);
    assertThat(last.body()).isEqualTo("{}");
    assertThat(last.field("Content-Type")).isEqualTo(type);
  }

  @Test
  void text_and_forms_have_types_that_need_no_preflight_and_bytes_have_none() {
    browser.post(server.at("/")).text("a");
    browser.post(server.at("/")).form("a=b");
    browser.post(server.at("/")).send("bytes".getBytes(StandardCharsets.UTF_8));

    assertThat(server.preflights()).isZero();
    assertThat(server.received()).extracting("body").containsExactly("a", "a=b", "bytes");
    assertThat(server.received())
        .extracting(request -> request.field("Content-Type"))
        .containsExactly(
            "text/plain;charset=UTF-8", "application/x-www-form-urlencoded;charset=UTF-8", null);
  }
}
