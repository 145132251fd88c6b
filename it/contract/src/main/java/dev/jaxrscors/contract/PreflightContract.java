package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.APP;
import static dev.jaxrscors.contract.Requests.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Preflights: each kind of resource method answers them by itself, and on none does anything of the
 * application run that comes after the match: no resource method, no filter, no reader.
 */
public abstract class PreflightContract {

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  /**
   * A resource method, and what its preflight is granted: {@code Authorization} everywhere, because
   * a filter of the application authenticates.
   */
  private record Row(String path, String origin, String verb, String methods, String headers) {

    static Row of(String path, String verb, String methods) {
      return new Row(path, APP, verb, methods, "Content-Type, Authorization");
    }

    Row from(String other) {
      return new Row(path, other, verb, methods, headers);
    }

    Row naming(String others) {
      return new Row(path, origin, verb, methods, others);
    }

    @Override
    public String toString() {
      return verb + " " + path;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "by-hand, https://hand.example.com",
    "by-hand/17, https://hand.example.com/17",
    "by-hand/17/, https://hand.example.com/17"
  })
  void a_resource_without_a_policy_answers_preflights_by_hand(String path, String allowed) {
    for (String origin : List.of(APP, STRANGER, "no origin")) {
      Outcome outcome = subject().during(Requests.preflight(path, origin, "DELETE"));
      assertThat(outcome.reply().status()).isEqualTo(200);
      assertThat(CorsLines.of(outcome.reply()))
          .containsExactly("Access-Control-Allow-Origin: " + allowed);
      assertThat(outcome.calls()).contains("ByHand 1");
    }
  }

  private static List<Row> everywhere() {
    return List.of(
        Row.of("targets", "GET", "GET, HEAD"),
        Row.of("targets", "HEAD", "GET, HEAD"),
        Row.of("targets/17", "GET", "GET, HEAD"),
        Row.of("targets/head", "HEAD", "HEAD"),
        Row.of("targets/propfind", "PROPFIND", "PROPFIND"),
        Row.of("targets/counted", "PUT", "PUT").naming("Content-Type, Authorization, X-Trace"),
        Row.of("targets/media", "POST", "POST"),
        Row.of("targets/odd", "GET", "GET, HEAD"),
        Row.of("targets/async", "GET", "GET, HEAD"),
        Row.of("targets/stage", "GET", "GET, HEAD"),
        Row.of("targets/events", "GET", "GET, HEAD")
            .naming("Content-Type, Authorization, Last-Event-ID"),
        Row.of("targets/stream", "GET", "GET, HEAD"),
        Row.of("targets/conditional", "PATCH", "PATCH")
            .naming(
                "Content-Type, Authorization, If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since"),
        Row.of("targets/options", "GET", "GET, HEAD, OPTIONS"),
        Row.of("targets/options", "OPTIONS", "GET, HEAD, OPTIONS"),
        Row.of("targets/foreign", "GET", "GET, HEAD"),
        Row.of("shops/typed/1", "GET", "GET, HEAD, PUT")
            .naming("Content-Type, Authorization, X-Mark"),
        Row.of("shops/typed/1", "PUT", "GET, HEAD, PUT")
            .naming("Content-Type, Authorization, X-Mark"),
        Row.of("shops/class/1", "PUT", "GET, HEAD, PUT")
            .naming("Content-Type, Authorization, X-Mark"),
        Row.of("shops/object/1", "PUT", "GET, HEAD, PUT")
            .naming("Content-Type, Authorization, X-Mark"),
        Row.of("shops/own/1", "GET", "GET, HEAD").from("https://items.example.com"),
        Row.of("shops/shelf/item", "PUT", "GET, HEAD, PUT")
            .naming("Content-Type, Authorization, X-Mark"),
        Row.of("inheriting", "GET", "GET, HEAD").from("https://base.example.com"),
        Row.of("inheriting", "DELETE", "DELETE").from("https://delete.example.com"),
        Row.of("implementing", "PUT", "PUT").from("https://store.example.com"),
        Row.of("guarded", "GET", "GET, HEAD").naming("Content-Type, Authorization"),
        Row.of("gated", "GET", "GET, HEAD").naming("Content-Type, Authorization"),
        Row.of("errors/unmapped", "GET", "GET, HEAD"),
        Row.of("policies/named", "GET", "GET, HEAD").from("https://partner.example.com"),
        Row.of("policies/rejecting", "POST", "POST"));
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>(everywhere());
    if (subject().abilities().contains(Ability.CDI)) {
      rows.add(Row.of("beans/request", "PUT", "GET, HEAD, PUT"));
      rows.add(Row.of("beans/application", "PUT", "GET, HEAD, PUT"));
    }
    if (subject().abilities().contains(Ability.EJB)) {
      rows.add(Row.of("beans/session", "PUT", "GET, HEAD, PUT"));
    }
    return rows;
  }

  @TestFactory
  Stream<DynamicTest> is_granted_and_nothing_of_the_application_runs() {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> granted(row)));
  }

  private void granted(Row row) {
    String asked = row.headers().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    Outcome outcome =
        subject().during(Requests.preflight(row.path(), row.origin(), row.verb(), asked));

    assertThat(outcome.reply().status()).isEqualTo(204);
    assertThat(outcome.reply().body()).isEmpty();
    assertThat(CorsLines.of(outcome.reply()))
        .isEqualTo(CorsLines.granting(row.origin(), row.methods(), row.headers()));
    assertThat(outcome.calls()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> from_a_stranger_is_refused_and_nothing_of_the_application_runs() {
    return rows().stream().map(row -> DynamicTest.dynamicTest(row.toString(), () -> refused(row)));
  }

  private void refused(Row row) {
    verifyRefused(Requests.preflight(row.path(), STRANGER, row.verb()));
  }

  private void verifyRefused(Request preflight) {
    Outcome outcome = subject().during(preflight);

    assertThat(outcome.reply().status()).isEqualTo(403);
    assertThat(outcome.reply().body()).isEmpty();
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(CorsLines.refusing());
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void with_credentials_says_so_and_never_what_may_be_read() {
    Reply reply = subject().send(Requests.preflight("orders", "https://shop.example.org", "POST"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply))
        .isEqualTo(
            CorsLines.granting(
                "https://shop.example.org",
                "GET, HEAD, POST",
                "Content-Type, Authorization",
                "Access-Control-Allow-Credentials: true"));
  }

  @Test
  void never_lists_a_verb_with_another_policy() {
    Reply reply = subject().send(Requests.preflight("orders/1", APP, "PUT", "x-api-key"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply))
        .isEqualTo(
            CorsLines.granting(
                APP,
                "PUT",
                "Content-Type, Authorization, X-Api-Key",
                "Access-Control-Allow-Credentials: true"));
  }

  @Test
  void for_a_verb_that_allows_nobody_is_refused() {
    verifyRefused(Requests.preflight("orders/1", APP, "DELETE"));
  }

  @Test
  void for_a_header_that_the_resource_does_not_declare_is_left_to_the_browser() {
    verifyAnswered(
        Requests.preflight("orders/1", APP, "PUT", "x-api-key,x-other"),
        CorsLines.granting(
            APP,
            "PUT",
            "Content-Type, Authorization, X-Api-Key",
            "Access-Control-Allow-Credentials: true"));
  }

  @Test
  void for_a_header_that_the_resource_does_not_declare_is_refused_to_a_stranger() {
    verifyRefused(Requests.preflight("orders/1", STRANGER, "PUT", "x-api-key,x-other"));
  }

  @Test
  void for_a_method_that_the_policy_leaves_out_is_left_to_the_browser() {
    verifyAnswered(
        Requests.preflight("narrow", APP, "PATCH"),
        CorsLines.granting(APP, "GET, HEAD", "Content-Type, Authorization"));
  }

  /** Browsers would let it through: it need not be listed. */
  @Test
  void for_a_safelisted_method_that_the_policy_leaves_out_is_refused() {
    verifyRefused(Requests.preflight("narrow", APP, "POST"));
  }

  private void verifyAnswered(Request preflight, List<String> lines) {
    Outcome outcome = subject().during(preflight);

    assertThat(outcome.reply().status()).isEqualTo(204);
    assertThat(outcome.reply().body()).isEmpty();
    assertThat(CorsLines.of(outcome.reply())).isEqualTo(lines);
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void for_a_verb_in_another_case_is_not_matched_or_left_to_the_browser() {
    Outcome outcome = subject().during(Requests.preflight("targets/conditional", APP, "patch"));

    // RESTEasy and CXF match methods in any case, and then the browser sees that it is not listed.
    if (outcome.reply().status() == 204) {
      assertThat(outcome.reply().all("Access-Control-Allow-Methods")).containsExactly("PATCH");
    } else {
      assertThat(outcome.reply().status()).isEqualTo(405);
      assertThat(outcome.reply().corsFields()).isEmpty();
    }
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void with_a_malformed_origin_is_refused() {
    verifyRefused(Requests.preflight("orders", "https://app.example.com/", "GET"));
  }

  @Test
  void with_a_malformed_origin_is_granted_by_a_public_resource() {
    verifyAnswered(
        Requests.preflight("policies/public", "https://example.com.", "GET"),
        CorsLines.granting("*", "GET, HEAD", "Content-Type"));
  }

  @Test
  void with_a_malformed_origin_is_nothing_to_an_ungoverned_resource() {
    verifyAnswered(Requests.preflight("ping", "https://example.com.", "GET"), List.of());
  }

  @Test
  void with_two_origins_is_refused_at_once() {
    verifyRefused(
        Requests.preflight("orders", APP, "GET").with("Origin", "https://shop.example.org"));
  }

  @Test
  void for_a_forbidden_method_is_refused_at_once() {
    verifyRefused(Requests.preflight("orders", APP, "TRACE"));
  }

  @Test
  void to_an_ungoverned_resource_is_answered_without_a_header() {
    Outcome outcome = subject().during(Requests.preflight("ping", APP, "GET"));

    assertThat(outcome.reply().status()).isEqualTo(204);
    assertThat(outcome.reply().body()).isEmpty();
    assertThat(CorsLines.of(outcome.reply())).isEmpty();
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void to_an_unknown_path_is_not_found() {
    verifyNotFound(Requests.preflight("nowhere", APP, "GET"), Gap.OPTIONS, Gap.NOT_FOUND_OPTIONS);
  }

  @Test
  void for_an_unknown_verb_is_not_allowed() {
    verifyLeftToTheRuntime(Requests.preflight("targets", APP, "DELETE"), 405);
  }

  @Test
  void to_a_locator_that_finds_nothing_is_not_found() {
    verifyNotFound(Requests.preflight("shops/gone", APP, "GET"), Gap.NOT_FOUND_OPTIONS);
  }

  private void verifyNotFound(Request preflight, Gap... leftToTheServer) {
    if (Stream.of(leftToTheServer).anyMatch(subject()::has)) {
      assertThat(CorsLines.of(subject().send(preflight))).isEmpty();
    } else {
      verifyLeftToTheRuntime(preflight, 404);
    }
  }

  @Test
  void to_a_locator_that_lets_nobody_pass_is_unauthorized() {
    verifyLeftToTheRuntime(Requests.preflight("shops/denied", APP, "GET"), 401);
  }

  @Test
  void to_a_filter_that_lets_nobody_pass_before_the_match_is_unauthorized() {
    verifyLeftToTheRuntime(Requests.preflight("closed", APP, "GET"), 401);
  }

  private void verifyLeftToTheRuntime(Request preflight, int status) {
    Outcome outcome = subject().during(preflight);

    assertThat(outcome.reply().status()).isEqualTo(status);
    assertThat(CorsLines.of(outcome.reply())).containsExactly(CorsLines.VARY_PREFLIGHT);
    assertThat(outcome.calls()).isEmpty();
  }

  @Test
  void for_options_that_nobody_wrote_is_the_runtimes_and_not_for_all_caches() {
    Reply reply = subject().send(Requests.preflight("targets", APP, "OPTIONS"));

    assertThat(reply.status()).isIn(200, 204, 405);
    verifyVarying(reply);
  }

  /** Where the server answers some of them, which ones is its own affair. */
  private void verifyVarying(Reply reply) {
    List<String> varying = List.of(CorsLines.VARY_PREFLIGHT);
    boolean notFound = reply.status() == 404 && subject().has(Gap.NOT_FOUND_OPTIONS);
    if (notFound || subject().has(Gap.OPTIONS)) {
      assertThat(CorsLines.of(reply)).isIn(List.of(), varying);
    } else {
      assertThat(CorsLines.of(reply)).isEqualTo(varying);
    }
  }

  @Test
  void that_is_none_is_the_runtimes_and_not_for_all_caches() {
    for (String path : List.of("targets", "nowhere")) {
      Reply reply = subject().send(Request.of("OPTIONS", path));

      assertThat(reply.status()).isIn(200, 204, 404, 405);
      verifyVarying(reply);
    }
  }

  @Test
  void asks_a_source_of_origins_once() {
    Outcome outcome =
        subject()
            .during(Requests.preflight("policies/asking", "https://tenant.example.com", "GET"));

    assertThat(outcome.reply().status()).isEqualTo(204);
    assertThat(CorsLines.of(outcome.reply()))
        .isEqualTo(
            CorsLines.granting(
                "https://tenant.example.com", "GET, HEAD", "Content-Type, Authorization"));
    assertThat(outcome.calls()).containsExactly("source 1");
  }

  @Test
  void to_a_public_resource_is_granted_to_all() {
    Reply reply = subject().send(Requests.preflight("policies/public", STRANGER, "GET"));

    assertThat(reply.status()).isEqualTo(204);
    assertThat(CorsLines.of(reply)).isEqualTo(CorsLines.granting("*", "GET, HEAD", "Content-Type"));
  }
}
