package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static dev.jaxrscors.report.ReportedShop.EVIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.report.Explanation.Outcome;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy says of a request, in the details. */
class JudgementTest {

  @Path("forgetful")
  @CorsPolicy(
      origins = APP,
      maxAge = 0,
      allowedHeaders = {"X-Api-Key", "X-Tenant"})
  public static class Forgetful {
    @GET
    public void get() {}

    @PUT
    public void put() {}
  }

  @Path("default")
  public static class OfDefault {
    @GET
    public void get() {}
  }

  private final CorsReport forgetful = CorsReport.of(ReportedShop.setup(), Forgetful.class);

  private static CorsReport ofDefault(int origins) {
    List<String> listed =
        IntStream.range(0, origins).mapToObj("https://tenant-%d.example"::formatted).toList();
    Policy policy = Policy.builder().origins(listed).build();
    return CorsReport.of(CorsSetup.builder().defaultPolicy(policy).build(), OfDefault.class);
  }

  private static String reason(Explanation explanation, String step) {
    return explanation.reasons().stream()
        .filter(reason -> reason.step().equals(step))
        .map(Explanation.Reason::text)
        .findFirst()
        .orElse("");
  }

  @Test
  void a_grant_that_no_cache_keeps_is_not_told_as_kept() {
    assertThat(forgetful.explain(APP, "PUT", "/forgetful").browser().get(1))
        .isEqualTo("It is granted, and sends the request.");
  }

  @Test
  void without_a_header_to_be_asked_for_none_is_judged() {
    Explanation granted = forgetful.explain(APP, "PUT", "/forgetful");
    assertThat(granted.reasons())
        .extracting(Explanation.Reason::step)
        .containsExactly("endpoint", "policy", "origins", "methods", "credentials");
  }

  @Test
  void headers_that_are_too_much_are_told_without_those_that_are_not() {
    Explanation refused = forgetful.explain(APP, "PUT", "/forgetful", "X-Tenant", "X-Trace");
    assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(reason(refused, "allowedHeaders"))
        .isEqualTo(
            "a header it asks for is not allowed: \"x-trace\"; in force: X-Api-Key, X-Tenant");
  }

  @Test
  void a_method_that_is_not_allowed_is_told_with_those_that_are() {
    Explanation refused =
        CorsReport.of(ReportedShop.setup(), ReportedPolicyTest.Listing.class)
            .explain(APP, "GET", "/listing", "X-Api-Key");
    assertThat(reason(refused, "methods")).isEqualTo("its method is not allowed; in force: POST");
  }

  @Test
  void a_preflight_is_granted_with_the_status_that_is_set() {
    CorsReport report =
        CorsReport.of(
            new ReportedShop.Shop(ReportedShop.Orders.class).with("cors.preflight-status", "200"));
    assertThat(report.explain(APP, "PUT", "/orders/1").preflight().orElseThrow().status())
        .isEqualTo(200);
  }

  @Test
  void eight_values_in_force_are_told_and_of_more_how_many() {
    assertThat(reason(ofDefault(8).explain(EVIL, "GET", "/default"), "origins"))
        .endsWith("https://tenant-6.example, https://tenant-7.example");
    assertThat(reason(ofDefault(10).explain(EVIL, "GET", "/default"), "origins"))
        .endsWith("https://tenant-7.example and 2 more");
  }

  @Test
  void a_policy_of_the_application_is_told_as_such() {
    assertThat(reason(ofDefault(1).explain(EVIL, "GET", "/default"), "policy"))
        .isEqualTo("that of the default policy");
  }

  @ParameterizedTest
  @CsvSource({
    "https://*.example.com, 'ask for one origin, not for a pattern'",
    "*, ''",
    "https://Shop.example, use \"https://shop.example\"",
    "https://app.example.com https://evil.example, 'write two elements:"
        + " \"https://app.example.com\", \"https://evil.example\"'"
  })
  void what_no_browser_sends_is_corrected(String origin, String remedy) {
    Explanation refused = forgetful.explain(origin, "GET", "/forgetful");
    assertThat(reason(refused, "remedy")).isEqualTo(remedy);
    assertThat(reason(refused, "note")).startsWith("no browser sends");
  }
}
