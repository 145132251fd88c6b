package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static dev.jaxrscors.report.ReportedShop.EVIL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Everything that is told of a request, for each way that it can go. */
class ExplainedStepsTest {

  private final CorsReport shop = CorsReport.of(ReportedShop.whole());

  /** A path that no resource has is told by the policy of the application, which this one has. */
  private final CorsReport shelves =
      CorsReport.of(ReportedShop.setup(), ReportedShop.Shelves.class);

  private static void assertTold(Explanation explanation, String text) {
    assertThat(explanation).hasToString(text);
  }

  @Test
  void a_forbidden_method_is_never_sent() {
    assertTold(
        shop.explain(APP, "TRACE", "/orders", "Cookie"),
        """
        The browser does not send the request.

        1. The browser throws: no script may send the method "TRACE"

        Why:
        - note: "Cookie" is left out: browsers let no script set this header.
        - methods: the method is forbidden, or none at all
        """);
  }

  @Test
  void what_has_no_policy_runs_and_is_kept_from_the_page() {
    assertTold(
        shop.explain(APP, "GET", "/health"),
        """
        The request is served, but the page may not read the response.

        1. The browser sends the request, without a preflight: the resource runs.
        2. It keeps the response from the page, because no policy says that it may.

        The response has, and no field of CORS.

        Why:
        - endpoint: GET /health matches /health, which Health.state answers
        - policy: no level sets one: the endpoint is left alone
        - remedy: write @CorsPolicy(origins = "https://app.example.com") on it
        """);
  }

  @Test
  void what_has_no_policy_is_not_sent_if_the_browser_asks_first() {
    assertTold(
        shop.explain(APP, "HEAD", "/health", "X-Any"),
        """
        The browser does not send the request.

        1. The browser asks first, by a preflight: OPTIONS /health, for HEAD with x-any from https://app.example.com.
        2. It does not send the request, because no policy says that it may.

        The preflight is answered 204, and no field of CORS.

        Why:
        - endpoint: HEAD /health matches /health, which Health.state answers (GET implies HEAD)
        - policy: no level sets one: the endpoint is left alone
        - remedy: write @CorsPolicy(origins = "https://app.example.com") on it
        """);
  }

  @Test
  void what_has_a_wrong_policy_is_refused() {
    assertTold(
        CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class)
            .explain(APP, "GET", "/wrong", "X-Any"),
        """
        The browser does not send the request.

        1. The browser asks first, by a preflight: OPTIONS /wrong, for GET with x-any from https://app.example.com.
        2. It does not send the request, because the policy is wrong, so everything is refused.

        The preflight is answered 403, and no field of CORS.

        Why:
        - endpoint: GET /wrong matches /wrong, which Wrong.get answers
        - mistake: Wrong, member origins: "https://Shop.example/" is invalid, because an origin ends after its host and port: it has no slash, path, query or fragment; use "https://shop.example".
        """);
  }

  @Test
  void a_refused_preflight_says_nothing() {
    assertTold(
        shop.explain(EVIL, "PUT", "/orders/1"),
        """
        The browser does not send the request.

        1. The browser asks first, by a preflight: OPTIONS /orders/1, for PUT from https://evil.example.
        2. It does not send the request: the answer is 403, and says nothing.

        The preflight is answered 403:
            Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers

        Why:
        - endpoint: PUT /orders/1 matches /orders/{id}, which Orders.replace answers
        - policy: that of Orders
        - origins: its origin is not allowed; in force: https://*.example.org, https://app.example.com
        - written: @CorsPolicy on Orders
        - remedy: to allow it: @CorsPolicy(origins = {"https://app.example.com", "https://*.example.org", "https://evil.example"})
        """);
  }

  @Test
  void a_response_that_is_withheld_is_of_a_resource_that_ran() {
    assertTold(
        shop.explain(EVIL, "GET", "/orders"),
        """
        The request is served, but the page may not read the response.

        1. The browser sends the request, without a preflight: none is needed.
        2. The resource runs; the browser keeps the response from the page.

        The response has:
            Vary: Origin

        Why:
        - endpoint: GET /orders matches /orders, which Orders.list answers
        - policy: that of Orders
        - origins: its origin is not allowed; in force: https://*.example.org, https://app.example.com
        - written: @CorsPolicy on Orders
        - remedy: to allow it: @CorsPolicy(origins = {"https://app.example.com", "https://*.example.org", "https://evil.example"})
        - note: Refusal.WITHHOLD stops no request that needs no preflight: Refusal.REJECT does.
        """);
  }

  @Test
  void a_request_that_is_rejected_never_comes_to_the_resource() {
    assertTold(
        shop.explain(EVIL, "POST", "/prices", "Content-Type: text/plain"),
        """
        The server rejects the request before the resource runs.

        1. The browser sends the request, without a preflight: none is needed.
        2. The server answers 403, and the resource does not run (Refusal.REJECT).

        The response has 403:
            Vary: Origin

        Why:
        - endpoint: POST /prices matches /prices, which Prices.change answers
        - policy: that of Prices.change
        - origins: its origin is not allowed; in force: https://app.example.com
        - written: @CorsPolicy on Prices.change
        - remedy: to allow it: @CorsPolicy(origins = {"https://app.example.com", "https://evil.example"})
        """);
  }

  @Test
  void a_public_response_is_read_without_a_preflight() {
    assertTold(
        shop.explain(EVIL, "GET", "/prices"),
        """
        The page may read the response.

        1. The browser sends the request, without a preflight: none is needed.
        2. The resource runs, and the page may read the response, but of its headers only the safelisted ones.

        The response has:
            Access-Control-Allow-Origin: *

        Why:
        - endpoint: GET /prices matches /prices, which Prices.list answers
        - policy: that of Prices
        - origins: "https://evil.example" is allowed, as every origin is (policy "public" in code)
        - credentials: refused: with credentials: "include", the browser keeps the response (built-in default)
        """);
  }

  @Test
  void a_method_that_no_resource_has_is_asked_for_in_vain() {
    assertTold(
        shop.explain(APP, "PUT", "/prices"),
        """
        The browser does not send the request.

        1. The browser asks first, by a preflight: OPTIONS /prices, for PUT from https://app.example.com.
        2. It does not send the request, because the answer is 405.

        The preflight is answered 405, and no field of CORS.

        Why:
        - endpoint: /prices has no method PUT, but GET, POST
        """);
  }

  @Test
  void an_error_of_no_resource_is_kept_from_the_page_without_a_policy_for_it() {
    assertTold(
        shop.explain(APP, "GET", "/nowhere"),
        """
        The request is served, but the page may not read the response.

        1. The browser sends the request, without a preflight: the answer is 404.
        2. It keeps the response from the page.

        The response has 404, and no field of CORS.

        Why:
        - endpoint: no resource has a path that matches /nowhere
        - policy: the application has none for errors of no resource
        - remedy: set CORS_DEFAULT_ORIGINS, or write @CorsPolicy on the Application class
        """);
  }

  @Test
  void an_error_of_no_resource_is_shared_by_the_policy_for_it() {
    assertTold(
        shelves.explain(APP, "GET", "/nowhere"),
        """
        The page may read the response.

        1. The browser sends the request, without a preflight: the answer is 404.
        2. The page may read that it is an error.

        The response has 404:
            Access-Control-Allow-Origin: https://app.example.com
            Vary: Origin

        Why:
        - endpoint: no resource has a path that matches /nowhere
        - policy: that of errors of no resource
        """);
    assertThat(shelves.explain(EVIL, "GET", "/nowhere").browser().get(1))
        .isEqualTo("It keeps the response from the page.");
  }

  @Test
  void where_a_locator_decides_nothing_else_is_told() {
    assertTold(
        shelves.explain(APP, "GET", "/shelves/any/thing"),
        """
        That is decided when the request comes.


        Why:
        - endpoint: /shelves/any/thing is below /shelves/any, where the locator Shelves.any decides at each request
        """);
  }
}
