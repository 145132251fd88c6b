package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a report for people, on a page and in a repository: one for each host. */
class ReportPartsTest {

  private final CorsReport hosts =
      CorsReport.of(
          ReportedShop.whole()
              .with("cors.hosts", "same,pay")
              .with("cors.host.same.name", "same.example.com")
              .with("cors.host.pay.name", "pay.example.com")
              .with("cors.host.pay.policy.public.origins", "https://checkout.example.com"));

  private static String page(CorsReport report) {
    return HtmlPagesTest.read(report.toHtml());
  }

  private static CorsReport ofDefault(Policy policy) {
    return CorsReport.of(
        CorsSetup.builder().defaultPolicy(policy).build(), JudgementTest.OfDefault.class);
  }

  @Test
  void the_first_is_told_in_whole_and_each_other_by_what_differs() {
    assertThat(page(hosts))
        .contains(
            "All hosts but those below\n9 endpoints: 8 with a policy",
            "Host pay.example.com\nWhat differs here:\n",
            "Host same.example.com\nThe policies of all endpoints are the same as elsewhere.\n")
        .containsOnlyOnce("| GET /health |")
        .containsOnlyOnce("Decided for each request");
    assertThat(hosts.toMarkdown())
        .contains(
            "\n# All hosts but those below\n\n9 endpoints: 8 with a policy",
            "\n# Host `pay.example.com`\n\nWhat differs here:\n",
            "\n# Host `same.example.com`\n\nThe policies of all endpoints are the same as"
                + " elsewhere.\n")
        .containsOnlyOnce("`Health.state`")
        .containsOnlyOnce("## Decided for each request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"endpoints", "host-0", "host-1"})
  void each_is_a_section_with_a_title_of_its_own(String id) {
    assertThat(hosts.toHtml())
        .containsOnlyOnce("id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"")
        .containsOnlyOnce("<h2 id=\"" + id + "-title\">");
  }

  @Test
  void a_host_that_is_asked_for_alone_is_told_in_whole() {
    CorsReport pay = hosts.onHost("pay.example.com");
    assertThat(page(pay)).contains("Host pay.example.com\n9 endpoints: 8 with a policy");
    assertThat(pay.toMarkdown())
        .startsWith("# CORS report\n\n# Host `pay.example.com`\n\n9 endpoints: 8 with a policy");
  }

  @Test
  void a_host_that_configuration_does_not_name_is_told_as_one_of_the_others() {
    assertThat(hosts.onHost("other.example.com").toMarkdown())
        .startsWith("# CORS report\n\n9 endpoints: 8 with a policy")
        .doesNotContain("pay.example.com", "same.example.com");
  }

  @Test
  void where_configuration_names_none_there_is_no_word_of_hosts() {
    CorsReport shop = CorsReport.of(ReportedShop.whole());
    assertThat(page(shop)).contains("Endpoints\n9 endpoints:").doesNotContain("All hosts", "Host ");
    assertThat(shop.toMarkdown()).doesNotContain("All hosts", "Host ");
  }

  @Test
  void the_policy_of_errors_of_no_resource_is_told_once() {
    CorsReport report =
        CorsReport.of(
            new ReportedShop.Shop(ReportedShop.Shelves.class)
                .with("cors.hosts", "pay")
                .with("cors.host.pay.name", "pay.example.com"));
    assertThat(page(report))
        .containsOnlyOnce(
            "Errors of no resource\nResponses such as 404 and 405 may be read without credentials"
                + " by pages of https://app.example.com.\n");
    assertThat(report.toMarkdown()).containsOnlyOnce("## Errors of no resource");
  }

  @Test
  void errors_of_no_resource_are_read_with_credentials_where_the_policy_allows_them() {
    CorsReport report =
        ofDefault(Policy.builder().origins(APP).credentials(Credentials.ALLOW).build());
    assertThat(page(report))
        .contains("may be read with credentials by pages of https://app.example.com.\n");
    assertThat(report.toMarkdown())
        .contains("may be read with credentials by pages of:\n\n- `https://app.example.com`\n");
  }

  @Test
  void errors_of_no_resource_are_read_by_those_that_code_lets_in_too() {
    CorsReport report =
        ofDefault(
            Policy.builder()
                .origins(CorsPolicy.NONE)
                .originSource(new ReportedShop.Tenants())
                .build());
    assertThat(page(report))
        .contains("by pages of nobody, and of those that an origin source allows.\n");
    assertThat(report.toMarkdown())
        .contains("by pages of:\n\n- and those that an origin source allows\n");
  }

  @Test
  void a_mistake_is_told_before_anything_else_and_nothing_is_where_there_is_none() {
    CorsReport wrong = CorsReport.of(ReportedShop.setup(), ReportedShop.Wrong.class);
    assertThat(page(wrong))
        .contains("Mistakes: these stop the deployment\nWrong, member origins: \"https://Shop");
    assertThat(page(hosts)).doesNotContain("Mistakes", "Explain a request");
    assertThat(hosts.toMarkdown()).doesNotContain("Mistakes");
  }

  @Test
  void without_a_host_there_are_no_figures() {
    CorsReport wrong = CorsReport.of(ReportedShop.whole().with("cors.preflight-status", "many"));
    assertThat(wrong.toHtml()).doesNotContain("<dl class=\"figures\"");
  }

  @Test
  void endpoints_with_dangers_are_marked_if_there_are_any() {
    assertThat(hosts.toHtml()).contains("<div class=\"grave\">\n<dt>with dangers</dt>\n<dd>2</dd>");
    assertThat(CorsReport.of(ReportedShop.setup(), ReportedShop.Orders.class).toHtml())
        .contains("<div>\n<dt>with dangers</dt>\n<dd>0</dd>");
  }

  @Test
  void what_has_no_locators_and_no_hints_has_no_titles_for_them() {
    CorsReport plain = ofDefault(Policy.builder().origins(APP).build());
    assertThat(page(plain)).doesNotContain("Decided for each request", "Hints");
    assertThat(plain.toMarkdown()).doesNotContain("Decided for each request", "Hints");
  }
}
