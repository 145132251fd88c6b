package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Heard;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.runtime.Beans;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An application while requests run: its hosts, who listens, what replaces its policies. */
class ServedApplicationTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final Map<String, Object> HOSTS =
      Map.of(
          "cors.policy.shop.origins",
          A,
          "cors.hosts",
          "bank",
          "cors.host.bank.name",
          "bank.example, bank.internal",
          "cors.host.bank.policy.shop.origins",
          B);

  @Path("orders")
  @CorsPolicy("shop")
  static class Orders {
    @GET
    public void list() {}
  }

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private Policy current = allowing(A);

  private static Policy allowing(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private ServedApplication supplied() {
    Setup setup = new Setup.Builder().policy("shop", () -> current).build();
    return Served.application(setup, Map.of(), Orders.class);
  }

  private static ServedApplication configured(Map<String, Object> properties) {
    return Served.application(Setup.EMPTY, properties, Orders.class);
  }

  private static ContainerRequestContext to(String host, String... lines) {
    return Fakes.request("GET", "https://" + host + "/orders", lines);
  }

  private static AppliedPolicy applied(ServedHost host) {
    return host.deployment().applied(Orders.class, Fakes.method(Orders.class, "list"), List.of());
  }

  private static List<String> origins(ServedHost host) {
    return applied(host).policy().written(Member.ORIGINS);
  }

  @Test
  void a_host_that_configuration_names_has_policies_of_its_own() {
    ServedApplication served = configured(HOSTS);
    assertThat(origins(served.on(to("bank.example")))).containsExactly(B);
    assertThat(origins(served.on(to("shop.example")))).containsExactly(A);
    assertThat(served.on(to("bank.internal"))).isSameAs(served.on(to("bank.example")));
  }

  @Test
  void a_proxy_is_believed_where_configuration_says_so() {
    ContainerRequestContext forwarded = to("gate.example", "Forwarded: host=bank.example");
    assertThat(origins(configured(HOSTS).on(forwarded))).containsExactly(A);

    Map<String, Object> trusting = new HashMap<>(HOSTS);
    trusting.put("cors.trust-forwarded", "true");
    assertThat(origins(configured(trusting).on(forwarded))).containsExactly(B);
  }

  @Test
  void policies_are_those_that_are_in_force_when_a_request_comes() {
    ServedApplication served = supplied();
    ContainerRequestContext request = to("shop.example");
    ServedHost before = served.on(request);
    assertThat(served.on(request)).isSameAs(before);
    assertThat(served.on(request, before, applied(before))).isSameAs(before);

    current = allowing(B);
    ServedHost after = served.on(request, before, applied(before));
    assertThat(origins(after)).containsExactly(B);
    assertThat(served.on(request)).isSameAs(after);
  }

  @Test
  void a_policy_that_was_off_is_asked_for_with_each_request() {
    current = allowing(CorsPolicy.OFF);
    ServedApplication served = supplied();
    ContainerRequestContext request = to("shop.example");
    current = allowing(A);
    assertThat(applied(served.on(request)).policy()).isNull();
    served.serve(request);
    assertThat(origins(served.on(request))).containsExactly(A);
  }

  @Test
  void only_what_code_supplies_or_what_is_read_again_may_change() {
    assertThat(supplied().mayChange()).isTrue();
    assertThat(configured(HOSTS).mayChange()).isFalse();
  }

  /** All that is registered is known then. */
  @Test
  void the_first_request_has_the_policies_logged_once() {
    String key = "cors.policy.shop.origins";
    ServedApplication served = configured(Map.of(key, "https://logged.example"));
    assertThat(log.infos()).noneMatch(line -> line.contains("https://logged.example"));
    for (int i = 0; i < 2; i++) {
      served.serve(to("shop.example"));
      assertThat(log.infos())
          .filteredOn(line -> line.contains("https://logged.example"))
          .singleElement()
          .asString()
          .startsWith("CORS policy in force: " + key);
    }
  }

  @Test
  void beans_that_are_there_with_the_first_request_listen_from_then_on() throws Exception {
    ServedApplication served = supplied();
    ContainerRequestContext request = to("shop.example");
    assertThat(served.on(request).notifier().isHeard()).isFalse();
    new Beans().with(new Heard()).loader().call(() -> serve(served, request));
    assertThat(served.on(request).notifier().isHeard()).isTrue();
  }

  @Test
  void beans_are_looked_for_once() throws Exception {
    ServedApplication served = supplied();
    ContainerRequestContext request = to("shop.example");
    served.serve(request);
    new Beans().with(new Heard()).loader().call(() -> serve(served, request));
    assertThat(served.on(request).notifier().isHeard()).isFalse();
  }

  private static ServedApplication serve(
      ServedApplication served, ContainerRequestContext request) {
    served.serve(request);
    return served;
  }
}
