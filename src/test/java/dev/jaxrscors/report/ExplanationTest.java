package dev.jaxrscors.report;

import static dev.jaxrscors.report.Explanation.Outcome.NOT_SENT;
import static dev.jaxrscors.report.Explanation.Outcome.REJECTED;
import static dev.jaxrscors.report.Explanation.Outcome.SHARED;
import static dev.jaxrscors.report.Explanation.Outcome.UNKNOWN;
import static dev.jaxrscors.report.Explanation.Outcome.UNREADABLE;
import static dev.jaxrscors.report.ReportedShop.APP;
import static dev.jaxrscors.report.ReportedShop.EVIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.report.Explanation.Outcome;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a request of a page, and why. */
class ExplanationTest {

  private final CorsReport shop = CorsReport.of(ReportedShop.whole());

  @Test
  void a_granted_request_is_told_step_by_step() {
    assertThat(shop.explain(APP, "put", "/orders/7?x=1", "X-Api-Key", "Content-Type"))
        .hasToString(
            """
            The page may read the response.

            1. The browser asks first, by a preflight: OPTIONS /orders/7?x=1, for PUT with content-type, x-api-key from https://app.example.com.
            2. It is granted, keeps that for 600 seconds, and sends the request.
            3. The resource runs, and the page may read the response, and of its headers the safelisted ones and ETag.

            The preflight is answered 204:
                Access-Control-Allow-Origin: https://app.example.com
                Access-Control-Allow-Credentials: true
                Access-Control-Allow-Methods: PUT
                Access-Control-Allow-Headers: Content-Type, X-Api-Key
                Access-Control-Max-Age: 600
                Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers

            The response has:
                Access-Control-Allow-Origin: https://app.example.com
                Access-Control-Allow-Credentials: true
                Access-Control-Expose-Headers: ETag
                Vary: Origin

            Why:
            - endpoint: PUT /orders/7?x=1 matches /orders/{id}, which Orders.replace answers
            - policy: that of Orders
            - origins: "https://app.example.com" is listed (@CorsPolicy on Orders)
            - methods: PUT is allowed (built-in default)
            - allowedHeaders: content-type, x-api-key: allowed (built-in default)
            - credentials: allowed: the page may fetch with credentials: "include" (@CorsPolicy on Orders)
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, GET, /orders, , SHARED",
    "https://eu.example.org, GET, orders, , SHARED",
    "https://example.org, GET, /orders, , UNREADABLE",
    "https://app.example.com, HEAD, /orders, , SHARED",
    "https://evil.example, PUT, /orders/1, X-Api-Key, NOT_SENT",
    "https://app.example.com, PUT, /orders/1, X-Trace, NOT_SENT",
    "https://app.example.com, DELETE, /orders/1, , NOT_SENT",
    "https://app.example.com, patch, /orders/1, , NOT_SENT",
    "https://app.example.com, TRACE, /orders, , NOT_SENT",
    "https://evil.example, GET, /prices, , SHARED",
    "null, GET, /prices, , SHARED",
    "https://evil.example, POST, /prices, Content-Type: text/plain, REJECTED",
    "https://evil.example, POST, /prices, Content-Type: application/json, NOT_SENT",
    "https://app.example.com, POST, /prices, Accept, SHARED",
    "https://app.example.com, GET, /health, , UNREADABLE",
    "https://app.example.com, GET, /health, X-Any, NOT_SENT",
    "https://app.example.com, GET, /nowhere, , UNREADABLE",
    "https://app.example.com, PUT, /nowhere, , NOT_SENT",
    "https://tenant.example, GET, /tenants, , SHARED",
    "https://other.example, GET, /tenants, , UNREADABLE",
    "null, GET, /tenants, , SHARED",
    "https://app.example.com, GET, /shelves/1/items/2/, , SHARED",
    "https://app.example.com, GET, /shelves/1/items/2, X-Shelf, SHARED",
    "https://app.example.com, GET, /shelves/any/thing, , UNKNOWN",
    "https://default.example, GET, /account, X-Whatever, SHARED",
    "https://default.example, GET, /account, Authorization, NOT_SENT",
    "https://APP.example.com/, GET, /orders, , UNREADABLE",
    "https://app.example.com, GET, /orders, Cookie, SHARED"
  })
  void each_request_has_its_outcome(
      String origin, String method, String path, String header, Outcome outcome) {
    String[] headers = header == null ? new String[0] : new String[] {header};
    Explanation explanation = shop.explain(origin, method, path, headers);
    assertThat(explanation.outcome()).as(explanation.toString()).isEqualTo(outcome);
    assertThat(explanation.reasons()).isNotEmpty();
  }

  private static Map<String, String> reasons(Explanation explanation) {
    return explanation.reasons().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Explanation.Reason::step, Explanation.Reason::text, (a, b) -> a + "; " + b));
  }

  @Test
  void a_refused_origin_is_told_with_its_place_and_its_remedy() {
    Explanation refused = shop.explain(EVIL, "PUT", "/orders/1");
    assertThat(refused.outcome()).isEqualTo(NOT_SENT);
    assertThat(refused.preflight().orElseThrow().status()).isEqualTo(403);
    assertThat(refused.response()).isEmpty();
    assertThat(reasons(refused))
        .containsEntry(
            "origins",
            "its origin is not allowed; in force: https://*.example.org, https://app.example.com")
        .containsEntry("written", "@CorsPolicy on Orders")
        .containsEntry(
            "remedy",
            "to allow it: @CorsPolicy(origins = {\"https://app.example.com\","
                + " \"https://*.example.org\", \"https://evil.example\"})");
  }

  @Test
  void a_refused_header_is_left_to_the_browser_which_names_it() {
    Explanation refused = shop.explain(APP, "PUT", "/orders/1", "X-Trace", "X-Span");
    assertThat(refused.preflight().orElseThrow().status()).isEqualTo(204);
    assertThat(refused.browser().get(1)).contains("its console names what is too much");
    assertThat(reasons(refused))
        .containsEntry(
            "remedy",
            "to allow it: @CorsPolicy(allowedHeaders = {CorsPolicy.DERIVED, \"x-span\","
                + " \"x-trace\"})");
    assertThat(reasons(refused).get("allowedHeaders")).contains("\"x-span\", \"x-trace\"");
  }

  @Test
  void a_rejected_form_never_runs_and_one_that_is_withheld_does() {
    Explanation rejected = shop.explain(EVIL, "POST", "/prices", "Content-Type: text/plain");
    assertThat(rejected.outcome()).isEqualTo(REJECTED);
    assertThat(rejected.response().orElseThrow().status()).isEqualTo(403);
    Explanation withheld = shop.explain(EVIL, "GET", "/orders");
    assertThat(withheld.outcome()).isEqualTo(UNREADABLE);
    assertThat(reasons(withheld).get("note")).contains("Refusal.REJECT");
  }

  @Test
  void what_an_origin_was_matched_by_is_told() {
    assertThat(reasons(shop.explain("https://eu.example.org", "GET", "/orders")))
        .containsEntry(
            "origins",
            "\"https://eu.example.org\" is matched by \"https://*.example.org\" (@CorsPolicy on"
                + " Orders)");
    assertThat(reasons(shop.explain("https://tenant.example", "GET", "/tenants")).get("origins"))
        .contains("allowed by the origin source Tenants");
    assertThat(reasons(shop.explain(EVIL, "GET", "/prices")).get("origins"))
        .contains("as every origin is");
  }

  @Test
  void what_is_no_origin_is_corrected() {
    assertThat(reasons(shop.explain("https://APP.example.com/", "GET", "/orders")))
        .containsEntry("remedy", "use \"https://app.example.com\"")
        .containsEntry(
            "note",
            "no browser sends \"https://APP.example.com/\" as an origin; Refusal"
                + ".WITHHOLD stops no request that needs no preflight: Refusal.REJECT does.");
  }

  @Test
  void what_a_script_cannot_send_is_told() {
    assertThat(reasons(shop.explain(APP, "GET", "/orders", "Cookie: a=b")).get("note"))
        .contains("\"Cookie\" is left out");
    assertThat(shop.explain(APP, "CONNECT", "/orders").browser().get(0)).contains("throws");
  }

  @Test
  void a_path_or_method_that_is_not_there_is_told() {
    assertThat(reasons(shop.explain(APP, "GET", "/nowhere")).get("endpoint"))
        .contains("no resource has a path");
    assertThat(reasons(shop.explain(APP, "DELETE", "/prices")).get("endpoint"))
        .isEqualTo("/prices has no method DELETE, but GET, POST");
    assertThat(shop.explain(APP, "GET", "/shelves/any").outcome()).isEqualTo(UNKNOWN);
  }

  @Path("specific")
  @CorsPolicy(origins = APP)
  public static class Specific {
    @GET
    @Path("{any: .*}")
    public String any() {
      return "";
    }

    @GET
    @Path("{one}")
    public String one() {
      return "";
    }

    @GET
    @Path("me")
    public String me() {
      return "";
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/specific/me, me",
        "/specific/you, any",
        "/specific/a/b, any",
        "/specific/me/, me"
      })
  void more_literal_characters_go_first_then_parameters_with_an_expression(String row) {
    String[] parts = row.split(", ", -1);
    Explanation found =
        CorsReport.of(ReportedShop.setup(), Specific.class).explain(APP, "GET", parts[0]);
    assertThat(reasons(found).get("endpoint")).contains("Specific." + parts[1] + " answers");
  }

  @Test
  void a_broken_policy_refuses_and_says_what_is_wrong() {
    Explanation broken =
        CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class).explain(APP, "GET", "/wrong");
    assertThat(broken.outcome()).isEqualTo(UNREADABLE);
    assertThat(reasons(broken).get("mistake")).contains("https://shop.example");
  }

  @Test
  void where_the_settings_are_wrong_their_mistakes_are_told_and_nothing_else() {
    Explanation unknown =
        CorsReport.of(ReportedShop.whole().with("cors.preflight-status", "many"))
            .explain(APP, "GET", "/orders");
    assertThat(unknown.outcome()).isEqualTo(UNKNOWN);
    assertThat(unknown.reasons())
        .singleElement()
        .extracting(Explanation.Reason::step)
        .isEqualTo("mistake");
  }

  @Path("off")
  @CorsPolicy(origins = APP)
  public static class PartlyOff {
    @GET
    public String on() {
      return "";
    }

    @PUT
    @CorsPolicy(origins = CorsPolicy.OFF)
    public void off() {}
  }

  @Test
  void with_all_of_cors_switched_off_the_remedy_is_to_switch_it_on_and_nothing_else() {
    CorsReport off = CorsReport.of(ReportedShop.whole().with("cors.enabled", "false"));
    for (String path : List.of("/orders/1", "/health", "/nowhere")) {
      assertThat(reasons(off.explain(APP, "GET", path)))
          .containsEntry("policy", "none is in force: CORS as a whole is switched off")
          .containsEntry("remedy", "switch it on: cors.enabled=true");
    }
    assertThat(off.explain(APP, "PUT", "/orders/1"))
        .hasToString(
            """
            The browser does not send the request.

            1. The browser asks first, by a preflight: OPTIONS /orders/1, for PUT from https://app.example.com.
            2. It does not send the request, because CORS is switched off.

            The preflight is answered, and no field of CORS.

            Why:
            - endpoint: PUT /orders/1 matches /orders/{id}, which Orders.replace answers
            - policy: none is in force: CORS as a whole is switched off
            - remedy: switch it on: cors.enabled=true
            """);
  }

  @Test
  void a_host_that_is_switched_off_is_switched_on_by_a_key_of_its_own() {
    CorsReport shop =
        CorsReport.of(
            ReportedShop.whole()
                .with("cors.hosts", "pay")
                .with("cors.host.pay.name", "pay.example.com")
                .with("cors.host.pay.enabled", "false"));
    assertThat(shop.explain(APP, "GET", "/orders").outcome()).isEqualTo(SHARED);
    Explanation off = shop.onHost("pay.example.com").explain(APP, "GET", "/orders");
    assertThat(off.outcome()).isEqualTo(UNREADABLE);
    assertThat(reasons(off)).containsEntry("remedy", "switch it on: cors.host.NAME.enabled=true");
  }

  @Test
  void a_policy_that_is_switched_off_needs_other_origins() {
    CorsReport report = CorsReport.of(ReportedShop.setup(), PartlyOff.class);
    assertThat(report.explain(APP, "GET", "/off").outcome()).isEqualTo(SHARED);
    Explanation off = report.explain(APP, "PUT", "/off");
    assertThat(off.preflight().orElseThrow()).isEqualTo(new Explanation.Answer(204, Map.of()));
    assertThat(off.browser().get(1))
        .isEqualTo("It does not send the request, because the policy is switched off.");
    assertThat(reasons(off))
        .containsEntry("policy", "it is switched off, by the origins off")
        .containsEntry("remedy", "switch it on: set other origins than off (CorsPolicy.OFF)");
  }

  @Test
  void errors_of_no_resource_are_told_by_the_policy_that_all_agree_on() {
    CorsReport agreeing = CorsReport.of(ReportedShop.setup(), Specific.class);
    assertThat(agreeing.explain(APP, "GET", "/nowhere").outcome()).isEqualTo(SHARED);
    assertThat(agreeing.explain(EVIL, "GET", "/nowhere").outcome()).isEqualTo(UNREADABLE);
  }

  @Test
  void programs_read_it_as_json() throws IOException {
    JsonNode json = new ObjectMapper().readTree(shop.explain(EVIL, "PUT", "/orders/1").toJson());
    assertThat(json.path("outcome").asText()).isEqualTo("NOT_SENT");
    assertThat(json.at("/preflight/status").asInt()).isEqualTo(403);
    assertThat(json.has("response")).isFalse();
    assertThat(json.at("/reasons/0/step").asText()).isEqualTo("endpoint");
  }

  @Test
  void programs_read_a_status_only_where_the_library_sets_one() throws IOException {
    JsonNode json = new ObjectMapper().readTree(shop.explain(EVIL, "GET", "/orders").toJson());
    assertThat(json.path("response").toString()).isEqualTo("{\"headers\":{\"Vary\":\"Origin\"}}");
    assertThat(json.has("preflight")).isFalse();
    assertThat(json.path("text").asText())
        .isEqualTo("The request is served, but the page may not read the response.");
    assertThat(json.at("/browser/0").asText()).startsWith("The browser sends the request");
    assertThat(json.at("/reasons/0/text").asText()).startsWith("GET /orders matches /orders");
  }

  @Test
  void on_a_page_what_is_shared_looks_different() {
    ExplanationPage page = new ExplanationPage("", "GET", "", "", "", List.of());
    assertThat(page.write(shop.explain(APP, "GET", "/orders")))
        .contains("<p class=\"outcome shared");
    assertThat(page.write(shop.explain(EVIL, "GET", "/orders"))).contains("<p class=\"outcome not");
  }

  @Test
  void the_form_keeps_what_was_asked() {
    String page =
        new ExplanationPage(APP, "PUT", "/orders", "X-Api-Key", "b.example", List.of("a.example"))
            .write();
    for (String value : List.of(APP, "PUT", "/orders", "X-Api-Key", "b.example")) {
      assertThat(page).contains(" value=\"" + value + "\"");
    }
  }

  @Test
  void hostile_words_stand_on_one_line_and_are_escaped() {
    Explanation hostile = shop.explain("a\nb", "GET", "/x\ny", "A\nB");
    assertThat(hostile.toString()).doesNotContain("a\nb", "x\ny", "A\nB");
    String page =
        new ExplanationPage("\"><img>", "GET", "<img>", "<img>", "", List.of())
            .write(shop.explain("\"><img>", "GET", "/<img>", "<img>"));
    assertThat(page).doesNotContain("<img>").contains("script-src &#39;none&#39;");
  }
}
