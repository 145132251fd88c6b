package dev.jaxrscors.benchmarks.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.benchmarks.Allocation;
import dev.jaxrscors.protocol.Verdict;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Fails when a decision allocates more than its answer: nothing, where that was made with the
 * policy.
 */
class AllocationTest {

  /** What a verdict takes that names the origin, as the only thing which depends on the request. */
  private static final long MOST = 100;

  private Verdict last = decided();

  private static Verdict decided() {
    return Decision.allowing(Allowed.ALL.origins()).on(Decision.actual());
  }

  private long bytes(Supplier<Verdict> decision) {
    return Allocation.perCall(() -> last = decision.get());
  }

  @ParameterizedTest
  @EnumSource(names = {"ONE", "TWO", "MULTIPLE", "MANY"})
  void an_answer_that_is_the_same_for_all_allocates_nothing(Allowed allowed) {
    DecisionBenchmark decisions = decisions(allowed);
    assertThat(bytes(decisions::actualWithoutOrigin)).isZero();
    assertThat(bytes(decisions::actualRefused)).isZero();
    assertThat(bytes(decisions::preflightRefused)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"ONE", "TWO", "MULTIPLE", "MANY"})
  void an_answer_to_one_origin_allocates_little(Allowed allowed) {
    DecisionBenchmark decisions = decisions(allowed);
    assertThat(bytes(decisions::actualAllowed)).isBetween(1L, MOST);
    assertThat(bytes(decisions::preflightAllowed)).isBetween(1L, MOST);
  }

  private static DecisionBenchmark decisions(Allowed allowed) {
    DecisionBenchmark decisions = new DecisionBenchmark();
    decisions.allowed = allowed;
    decisions.prepare();
    return decisions;
  }

  @Test
  void an_answer_to_everybody_allocates_nothing() {
    PublicDecisionBenchmark decisions = new PublicDecisionBenchmark();
    decisions.check();
    assertThat(bytes(decisions::actualAllowed)).isZero();
    assertThat(bytes(decisions::actualWithoutOrigin)).isZero();
    assertThat(bytes(decisions::preflightAllowed)).isZero();
    assertThat(bytes(decisions::preflightRefused)).isZero();
  }

  /** A refused header is named in the reason, so that one costs its name. */
  @ParameterizedTest
  @EnumSource
  void a_hostile_preflight_allocates_no_more_than_its_reason(Attack attack) {
    HostileBenchmark decisions = new HostileBenchmark();
    decisions.attack = attack;
    decisions.prepare();
    assertThat(bytes(decisions::preflight)).isLessThanOrEqualTo(attack.namesHeader() ? 128 : 0);
  }
}
