package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of one operation that several methods, or several hosts, have policies for. */
class HostPoliciesTest {

  private static final List<String> OTHERS = List.of();
  private static final List<String> PAY = List.of("pay.example.com");
  private static final Map<String, Object> A = Map.of("maxAge", 1);
  private static final Map<String, Object> B = Map.of("maxAge", 2);
  private static final Map<String, Object> NONE = Map.of();

  private final HostPolicies policies = new HostPolicies();

  @Test
  void one_policy_everywhere_is_told_once() {
    policies.add(OTHERS, A);
    policies.add(PAY, A);
    policies.add(PAY, A);
    assertThat(policies.possible()).containsExactly(A);
  }

  @Test
  void a_host_with_another_policy_is_named() {
    policies.add(OTHERS, A);
    policies.add(PAY, B);
    assertThat(policies.possible())
        .containsExactly(Map.of("maxAge", 1, "hosts", List.of(Map.of("names", PAY, "policy", B))));
  }

  @Test
  void a_host_without_a_policy_is_named_without_one() {
    policies.add(OTHERS, A);
    policies.add(PAY, NONE);
    assertThat(policies.possible())
        .containsExactly(Map.of("maxAge", 1, "hosts", List.of(Map.of("names", PAY))));
  }

  @Test
  void an_operation_that_one_host_alone_has_is_told_with_that_host() {
    policies.add(PAY, B);
    assertThat(policies.possible())
        .containsExactly(Map.of("hosts", List.of(Map.of("names", PAY, "policy", B))));
  }

  @Test
  void methods_that_differ_on_any_host_leave_it_open() {
    policies.add(OTHERS, A);
    policies.add(PAY, A);
    policies.add(PAY, B);
    assertThat(policies.possible()).containsExactlyInAnyOrder(A, B);
  }
}
