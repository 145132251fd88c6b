package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browser.VerbatimServer.Received;
import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Stage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects, within an origin and across. */
class RedirectTest extends Served {
  private static final String ALLOW_ANYONE = "Access-Control-Allow-Origin: *";

  private final VerbatimServer other = new VerbatimServer();

  @AfterEach
  void stopOther() {
    other.close();
  }

  private void redirect(int status, String location, String... more) {
    String[] lines = {status + " X", ALLOW_PAGE, "Location: " + location};
    server.toRequests(String.join("\n", lines), String.join("\n", more));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void across_origins_the_page_becomes_null(int status) {
    redirect(status, other.at("/there").toString());
    other.toRequests("200 OK", "Access-Control-Allow-Origin: null", "", "there");

    assertThat(browser.get(server.at("/")).send()).isShared().hasBody("there");
    assertThat(other.only().field("Origin")).isEqualTo("null");
    assertThat(other.only().target()).isEqualTo("/there");
  }

  @Test
  void a_server_that_allows_the_page_does_not_allow_null() {
    redirect(302, other.at("/").toString());
    other.toRequests("200 OK", ALLOW_PAGE);

    assertThat(browser.get(server.at("/")).send())
        .isBlocked()
        .at(Stage.RESPONSE)
        .because("is \"" + PAGE + "\", not \"null\", as a redirect across origins made it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/next",
        "next",
        "?next",
        "",
        "//127.0.0.1:PORT/next",
        "HTTP://127.0.0.1:PORT/next"
      })
  void within_the_other_origin_the_page_stays_what_it_is(String location) {
    String port = Integer.toString(server.at("/").getPort());
    redirect(302, location.replace("PORT", port));

    assertThat(browser.get(server.at("/dir/start")).send())
        .isBlocked()
        .at(Stage.REDIRECT)
        .because("there are more than 20 redirects");
    assertThat(server.received()).hasSize(21);
    assertThat(server.received()).allSatisfy(r -> assertThat(r.field("Origin")).isEqualTo(PAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "next, /dir/next",
    "/next, /next",
    "../next, /next",
    "?next, /dir/start?next",
    "'', /dir/start?q",
    "#x, /dir/start?q",
  })
  void a_location_is_seen_from_where_it_was_sent(String location, String target) {
    redirect(302, location);

    browser.get(server.at("/dir/start?q")).send();

    assertThat(server.received().get(1).target()).isEqualTo(target);
  }

  @Test
  void a_redirect_that_is_not_shared_is_not_followed() {
    server.toRequests("302 Found", "Location: " + other.at("/"));

    assertThat(browser.get(server.at("/")).send())
        .isBlocked()
        .at(Stage.REDIRECT)
        .because("blocked at the redirect: there is no Access-Control-Allow-Origin");
    assertThat(other.received()).isEmpty();
  }

  @Test
  void a_redirect_to_nowhere_is_a_response() {
    server.toRequests("302 Found", ALLOW_PAGE, "", "nowhere");

    assertThat(browser.get(server.at("/")).send()).isShared().hasStatus(302).hasBody("nowhere");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://127.0.0.1/, ftp://127.0.0.1/ is not http or https",
    "mailto:a@example.com, mailto:a@example.com is not http or https",
    "http://a b/, Location is no address: http://a b/",
    "http://me@127.0.0.1/, http://me@127.0.0.1/ has a user or password in it",
    "'/a\nLocation: /b', Location is repeated",
  })
  void a_location_that_cannot_be_fetched_blocks(String location, String reason) {
    redirect(302, location);

    assertThat(browser.get(server.at("/")).send()).isBlocked().at(Stage.REDIRECT).because(reason);
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "307, POST, POST",
    "308, POST, POST",
    "301, PUT, PUT",
    "302, PUT, PUT",
    "303, PUT, GET",
    "307, PUT, PUT",
    "303, HEAD, HEAD",
    "301, HEAD, HEAD",
  })
  void some_redirects_make_it_a_get(int status, String method, String next) {
    server.toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: PUT");
    redirect(status, "/next");

    var request = browser.request(method, server.at("/")).header("Content-Type", "text/plain");
    boolean bodiless = method.equals("HEAD");
    var outcome = bodiless ? request.send() : request.text("body");

    assertThat(outcome).isBlocked().because("more than 20 redirects");
    List<Received> sent = server.received().stream().filter(r -> !r.isPreflight()).toList();
    assertThat(sent.get(1).method()).isEqualTo(next);
    boolean keepsBody = method.equals(next) && !bodiless;
    assertThat(sent.get(1).body()).isEqualTo(keepsBody ? "body" : "");
    assertThat(sent.get(1).fields().containsKey("Content-Type")).isEqualTo(method.equals(next));
  }

  @Test
  void a_preflighted_request_is_preflighted_again_where_it_is_sent() {
    server.toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: PUT");
    redirect(307, other.at("/").toString());
    other
        .toPreflights("204 X", ALLOW_ANYONE, "Access-Control-Allow-Methods: PUT")
        .toRequests("200 OK", ALLOW_ANYONE);

    assertThat(browser.put(server.at("/")).text("body")).isShared();
    assertThat(other.received()).extracting("method").containsExactly("OPTIONS", "PUT");
    assertThat(other.received().get(0).field("Origin")).isEqualTo("null");
  }

  @Test
  void authorization_does_not_cross_origins() {
    server.toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Headers: Authorization, X-A");
    redirect(307, other.at("/").toString());
    other
        .toPreflights("204 X", ALLOW_ANYONE, "Access-Control-Allow-Headers: X-A")
        .toRequests("200 OK", ALLOW_ANYONE);

    assertThat(
            browser
                .get(server.at("/"))
                .header("Authorization", "Bearer t")
                .header("X-A", "1")
                .send())
        .isShared();
    assertThat(server.received().get(1).field("Authorization")).isEqualTo("Bearer t");
    assertThat(other.received().get(1).field("Authorization")).isNull();
    assertThat(other.received().get(1).field("X-A")).isEqualTo("1");
  }

  @Test
  void from_the_page_s_own_origin_the_first_hop_says_who_it_is() {
    Browser own = browserAt(server.origin());
    server.toRequests("302 Found", "Location: " + other.at("/"));
    other.toRequests("200 OK", "Access-Control-Allow-Origin: " + server.origin());

    assertThat(own.get(server.at("/")).send()).isShared();
    assertThat(other.only().field("Origin")).isEqualTo(server.origin());
  }

  @Test
  void and_back_home_it_is_null_to_itself() {
    Browser own = browserAt(server.origin());
    server.toRequests("302 Found", "Location: " + other.at("/"));
    String allowOwn = "Access-Control-Allow-Origin: " + server.origin();
    other.toRequests("302 Found", allowOwn, "Location: " + server.at("/home"));

    assertThat(own.get(server.at("/")).send())
        .isBlocked()
        .at(Stage.REDIRECT)
        .because("there is no Access-Control-Allow-Origin");
    assertThat(server.received().get(1).field("Origin")).isEqualTo("null");
  }

  @Test
  void a_failure_beyond_a_redirect_forgets_the_preflight_before_it() {
    server.toPreflights("204 X", ALLOW_PAGE, "Access-Control-Allow-Methods: PUT");
    redirect(307, other.at("/").toString());
    other.toPreflights("403 Forbidden");

    assertThat(browser.put(server.at("/")).send()).isBlocked().at(Stage.PREFLIGHT);
    assertThat(browser.put(server.at("/")).send()).isBlocked();
    assertThat(server.preflights()).isEqualTo(2);
  }
}
