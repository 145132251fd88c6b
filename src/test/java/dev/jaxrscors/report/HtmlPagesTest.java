package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands on the pages, for whoever sees no mark-up. */
class HtmlPagesTest {

  private final CorsReport shop = CorsReport.of(ReportedShop.whole());
  private final String report = read(shop.toHtml());

  /** Returns the text of a page: a line for each element that begins one. */
  static String read(String page) {
    return page.replaceAll("(?s)<(style|script|title)[^>]*>.*?</\\1>", "")
        .replaceAll("<input[^>]*placeholder=\"([^\"]*)\"[^>]*>", "[$1]")
        .replaceAll("<input[^>]*checkbox[^>]*>", "[]")
        .replaceAll("<(t[dh])[^>]*>", " | ")
        .replaceAll("<[^>]*>", "")
        .replace("&quot;", "\"")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", (all, line) -> all + line + "\n");
  }

  @Test
  void a_report_begins_with_figures_and_a_filter() {
    assertThat(report)
        .startsWith(
            """
            To the endpoints
            CORS report
            Which origins may call which endpoint from a browser, and how.
            endpoints
            9
            with a policy
            8
            for nobody
            1
            without a policy
            1
            origins
            7
            with dangers
            2
            Origin of a page
            [https://app.example.com]
            Path
            [/orders/1]
            Show
            [] only what this origin may call
            [] only what is to be looked at
            Show all
            Endpoints
            9 endpoints: 8 with a policy (1 for nobody), 1 without.
            To be looked at
            """);
  }

  @Test
  void what_is_to_be_looked_at_is_told_with_where_it_is() {
    assertThat(report)
        .contains(
            "\u25b2 http at 1 endpoint: anyone on the network can speak for such an origin."
                + " http://old.example.com\n",
            "credentials at 3 endpoints: pages act as the user who is logged in. GET /orders"
                + " PUT DELETE /orders/{id}\n");
  }

  @Test
  void a_matrix_has_a_row_for_each_endpoint_and_a_column_for_each_origin() {
    assertThat(report)
        .contains(
            "| Endpoint | * | null | https://*.example.org | https://app.example.com"
                + " | https://default.example | http://localhost:3000 | http://old.example.com"
                + " | decided by code\n",
            "| GET /orders | \u00b7refused | \u00b7refused | \u25c6allowed, with credentials"
                + " | \u25c6allowed, with credentials | \u00b7refused | \u00b7refused"
                + " | \u00b7refused | \u00b7refused\n",
            "| GET /tenants | \u00b7refused | \u25cfallowed | \u00b7refused | \u00b7refused"
                + " | \u00b7refused | \u25cfallowed | \u25cfallowed | \u25cfallowed\n");
    assertThat(report).doesNotContain("more origins are not shown");
  }

  @Test
  void a_matrix_without_an_origin_source_has_no_column_for_code() {
    assertThat(read(CorsReport.of(ReportedShop.setup(), ReportedShop.Orders.class).toHtml()))
        .contains("| Endpoint | https://*.example.org | https://app.example.com\n")
        .doesNotContain("decided by code");
  }

  @Test
  void a_card_has_each_member_and_where_it_comes_from() {
    assertThat(report)
        .contains(
            """
            POST /prices
            Prices.change
            |
            | member | in force | from
            | origins | https://app.example.com | @CorsPolicy on Prices.change
            | methods | POST  | @CorsPolicy on Prices.change
            | allowedHeaders | Content-Type derived: every resource may be sent a body | built-in default
            | exposedHeaders | none | built-in default
            | credentials | refused | built-in default
            | maxAge | 5 seconds | @CorsPolicy on Prices.change
            | refusal | reject | @CorsPolicy on Prices.change
            """,
            """
            GET /health
            Health.state: no policy, so browsers let no page of another origin read it
            GET /orders\
            """);
  }

  @Test
  void what_locators_decide_and_what_is_probably_not_meant_stands_at_the_end() {
    assertThat(report)
        .contains(
            """
            No endpoint is left by these filters.
            Decided for each request
            No declaration tells where these locators lead.
            /shelves/any/** Shelves.any
            Hints
            """);
  }

  @Test
  void an_explanation_is_told_step_by_step() {
    ExplanationPage page = new ExplanationPage("", "GET", "", "", "", List.of());
    assertThat(read(page.write(shop.explain(ReportedShop.EVIL, "PUT", "/orders/1"))))
        .isEqualTo(
            """
            What becomes of a request
            Of a page of some origin, by the policies as they are now.The whole report
            Origin of the page
            [https://app.example.com]
            Method
            [PUT]
            Path
            [/orders/1]
            Headers, with commas
            [Content-Type, X-Api-Key]
            Explain
            The browser does not send the request.
            What the browser does
            The browser asks first, by a preflight: OPTIONS /orders/1, for PUT from https://evil.example.
            It does not send the request: the answer is 403, and says nothing.
            The preflight is answered 403
            Vary:
            Origin, Access-Control-Request-Method, Access-Control-Request-Headers
            Why
            | endpoint | PUT /orders/1 matches /orders/{id}, which Orders.replace answers
            | policy | that of Orders
            | origins | its origin is not allowed; in force: https://*.example.org, https://app.example.com
            | written | @CorsPolicy on Orders
            | remedy | to allow it: @CorsPolicy(origins = {"https://app.example.com", "https://*.example.org", "https://evil.example"})
            """);
  }

  @Test
  void an_explanation_of_what_has_no_policy_says_that_no_field_is_there() {
    ExplanationPage page = new ExplanationPage("", "GET", "", "", "", List.of());
    assertThat(read(page.write(shop.explain(ReportedShop.APP, "GET", "/health"))))
        .contains("The response has\nNo field of CORS.\nWhy\n");
  }
}
