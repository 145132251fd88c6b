package dev.jaxrscors.report;

import static dev.jaxrscors.report.ReportedShop.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.rest.CorsSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a host as a whole. */
class ReportedHostTest {

  private static ReportedHost host(ReportedShop.Shop shop) {
    return CorsReport.of(shop).hosts().get(0);
  }

  private static ReportedHost host(Class<?>... classes) {
    return host(new ReportedShop.Shop(classes));
  }

  @Test
  void a_summary_counts_endpoints_by_what_they_have() {
    assertThat(host(ReportedShop.Health.class).summary())
        .isEqualTo("1 endpoint: 0 with a policy, 1 without.");
    assertThat(host(ReportedShop.Orders.class, ReportedShop.Health.class).summary())
        .isEqualTo("4 endpoints: 3 with a policy (1 for nobody), 1 without.");
    assertThat(host(ReportedShop.Wrong.class, ReportedShop.Prices.class).summary())
        .isEqualTo("3 endpoints: 2 with a policy, 0 without, 1 with a wrong one.");
  }

  @Test
  void a_hazard_is_told_with_where_it_is() {
    ReportedHost orders = host(ReportedShop.Orders.class);
    assertThat(orders.hazards()).containsExactly(Hazard.CREDENTIALS, Hazard.WILDCARD);
    assertThat(orders.places(Hazard.CREDENTIALS))
        .containsExactly("GET /orders", "PUT DELETE /orders/{id}");
    assertThat(orders.extent(Hazard.CREDENTIALS)).isEqualTo("at 3 endpoints");
    ReportedHost tenants = host(ReportedShop.Tenanted.class);
    assertThat(tenants.extent(Hazard.LOOPBACK)).isEqualTo("at 1 endpoint");
    assertThat(tenants.places(Hazard.LOOPBACK)).containsExactly("http://localhost:3000");
    assertThat(tenants.places(Hazard.INSECURE_ORIGIN)).containsExactly("http://old.example.com");
  }

  @Test
  void origins_are_sorted_by_host_and_those_without_one_go_first() {
    assertThat(host(ReportedShop.Tenanted.class, ReportedShop.Orders.class).origins())
        .containsExactly(
            "null",
            "https://*.example.org",
            APP,
            "http://localhost:3000",
            "http://old.example.com");
  }

  @Test
  void origins_that_differ_in_their_scheme_alone_are_two() {
    Policy policy = Policy.builder().origins("https://a.example", "http://a.example").build();
    CorsReport report =
        CorsReport.of(
            CorsSetup.builder().defaultPolicy(policy).build(), JudgementTest.OfDefault.class);
    assertThat(report.hosts().get(0).origins())
        .containsExactly("http://a.example", "https://a.example");
  }

  @Test
  void a_host_is_told_by_its_endpoints_hints_and_open_ends_that_others_have_not() {
    List<ReportedHost> hosts =
        CorsReport.of(
                ReportedShop.whole()
                    .with("cors.hosts", "pay")
                    .with("cors.host.pay.name", "pay.example.com")
                    .with("cors.host.pay.policy.public.origins", "https://checkout.example.com"))
            .hosts();
    ReportedHost others = hosts.get(0);
    ReportedHost pay = hosts.get(1);
    assertThat(others.isNamed()).isFalse();
    assertThat(others.title()).isEqualTo("All hosts but those below");
    assertThat(others.requestHost()).isEqualTo("localhost");
    assertThat(pay.isNamed()).isTrue();
    assertThat(pay.title()).isEqualTo("pay.example.com");
    assertThat(pay.requestHost()).isEqualTo("pay.example.com");
    ReportedHost differing = pay.differingFrom(others);
    assertThat(differing.endpoints())
        .singleElement()
        .satisfies(e -> assertThat(e.verb() + " " + e.path()).isEqualTo("GET /prices"));
    assertThat(pay.openEnds()).containsOnlyKeys("/shelves/any");
    assertThat(differing.openEnds()).isEmpty();
    assertThat(differing.hints()).isEmpty();
    assertThat(pay.hints()).isEqualTo(others.hints()).isNotEmpty();
  }

  @Test
  void an_error_of_no_resource_has_the_policy_that_all_agree_on() {
    assertThat(host(ReportedShop.Shelves.class).forUnmatched().orElseThrow().origins().patterns())
        .containsExactly(APP);
    assertThat(host(ReportedShop.Orders.class).forUnmatched()).isEmpty();
  }

  @Test
  void a_host_may_be_switched_off() {
    assertThat(host(ReportedShop.whole()).isOff()).isFalse();
    assertThat(host(ReportedShop.whole().with("cors.enabled", "false")).isOff()).isTrue();
  }
}
