package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Refusal;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may apply to a resource method, and when that has to be judged. */
class AppliedPolicyTest {

  private static final Mistake MISTAKE = new Mistake("Orders", ProblemKind.NO_RESOURCE_METHOD.of());

  private static Policy.Builder site() {
    return Policy.builder().origins("https://app.example.com");
  }

  private static AppliedPolicy resolved(Policy.Builder policy) {
    return new AppliedPolicy.Resolved(policy.build(), Provenance.at("Orders"), null);
  }

  private static AppliedPolicy governed(Policy.Builder policy) {
    return new AppliedPolicy.Governed(
        new CompiledPolicy(policy.build(), Set.of(), Set.of()),
        Provenance.at("Orders"),
        "/orders",
        null,
        false);
  }

  @Test
  void that_there_is_none_is_known_of_a_resource_without_one_or_with_one_that_is_off() {
    assertThat(AppliedPolicy.Ungoverned.RESOURCE.isNone()).isTrue();
    assertThat(AppliedPolicy.Ungoverned.OFF.isNone()).isTrue();
    assertThat(AppliedPolicy.Ungoverned.UNLISTED.isNone()).isFalse();
    assertThat(AppliedPolicy.Ungoverned.UNMATCHED.isNone()).isFalse();
    assertThat(resolved(site()).isNone()).isFalse();
    assertThat(new AppliedPolicy.Broken(List.of(MISTAKE)).isNone()).isFalse();
  }

  @Test
  void one_that_rejects_or_asks_is_judged_before_the_resource_runs() {
    assertThat(resolved(site()).isJudgedEarly()).isFalse();
    assertThat(governed(site()).isJudgedEarly()).isFalse();
    assertThat(governed(site().refusal(Refusal.REJECT)).isJudgedEarly()).isTrue();
    assertThat(resolved(site().originSource((o, t) -> false)).isJudgedEarly()).isTrue();
    assertThat(new AppliedPolicy.Broken(List.of(MISTAKE)).isJudgedEarly()).isFalse();
  }

  @Test
  void equal_policies_are_the_same_whatever_is_made_of_them() {
    assertThat(resolved(site()).isSame(governed(site()))).isTrue();
    assertThat(governed(site()).isSame(resolved(site().maxAge(5)))).isFalse();
    assertThat(resolved(site()).isSame(AppliedPolicy.Ungoverned.RESOURCE)).isFalse();
    assertThat(AppliedPolicy.Ungoverned.RESOURCE.isSame(resolved(site()))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(AppliedPolicy.Ungoverned.class)
  void what_has_none_is_the_same_as_itself_alone(AppliedPolicy.Ungoverned none) {
    for (AppliedPolicy.Ungoverned other : AppliedPolicy.Ungoverned.values()) {
      assertThat(none.isSame(other)).isEqualTo(none == other);
    }
    assertThat(none.policy()).isNull();
    assertThat(none.supplier()).isNull();
    assertThat(none.provenance()).isEqualTo(Provenance.UNKNOWN);
  }

  @Test
  void a_broken_one_is_where_its_mistake_is() {
    assertThat(new AppliedPolicy.Broken(List.of(MISTAKE)).provenance())
        .isEqualTo(Provenance.at("Orders"));
  }
}
