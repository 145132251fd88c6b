package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.Browser.browserAt;
import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.testing.Browser;
import org.junit.jupiter.api.Test;

/** A page that fetches from its own origin, where CORS has no say. */
class SameOriginRequestTest extends Served {
  private final Browser own = browserAt(server.origin() + "/page");

  @Test
  void everything_may_be_sent_without_a_preflight() {
    server.toRequests("200 OK");

    assertThat(own.put(server.at("/")).header("X-A", "1").json("{}")).isShared().sentNoPreflight();
    assertThat(own.withCredentials().delete(server.at("/")).send()).isShared().sentNoPreflight();
  }

  @Test
  void everything_but_cookies_may_be_read() {
    server.toRequests("200 OK", "ETag: \"1\"", "Set-Cookie: a=b");

    assertThat(own.get(server.at("/")).send()).isShared().exposes("ETag").hides("Set-Cookie");
  }

  @Test
  void the_origin_is_said_by_every_method_but_get_and_head() {
    server.toRequests("200 OK");
    own.get(server.at("/")).send();
    own.head(server.at("/")).send();
    own.post(server.at("/")).send();
    own.request("OPTIONS", server.at("/")).send();

    assertThat(server.received())
        .extracting(request -> request.field("Origin"))
        .containsExactly(null, null, server.origin(), server.origin());
  }

  @Test
  void cookies_go_along() {
    server.toRequests("200 OK");
    own.withCookie("session", "1").get(server.at("/")).send();

    assertThat(server.only().field("Cookie")).isEqualTo("session=1");
  }

  @Test
  void a_frame_of_no_origin_is_the_same_as_nothing() {
    server.toRequests("200 OK");

    assertThat(browserAt("null").get(server.at("/")).send()).isBlocked();
  }

  @Test
  void another_port_or_host_is_another_origin() {
    server.toRequests("200 OK");

    assertThat(browserAt("http://127.0.0.1:1").get(server.at("/")).send()).isBlocked();
    assertThat(browserAt("http://localhost:" + server.at("/").getPort()).get(server.at("/")).send())
        .isBlocked();
  }
}
