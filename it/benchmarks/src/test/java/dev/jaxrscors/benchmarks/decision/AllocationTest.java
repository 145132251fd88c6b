package dev.jaxrscors.benchmarks.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.benchmarks.Allocation;
import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
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

  /** What a reason takes that names a header. */
  private static final long REASON = 88;

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
    Decision decision = Decision.allowing(Allowed.ALL.origins());
    String anyone = Allowed.ALL.stranger();
    ActualRequest actual = Decision.actual(anyone);
    ActualRequest withoutOrigin = Decision.actual();
    Preflight allowed = Decision.preflight(anyone, "PUT", Decision.HEADERS);
    Preflight other = Decision.preflight(anyone, "DELETE", Decision.HEADERS);
    Expected.granted(decision.on(actual), "*");
    Expected.notAsked(decision.on(withoutOrigin));
    Expected.granted(decision.on(allowed), "*");
    Expected.leftToBrowser(decision.on(other), "*");
    assertThat(bytes(() -> decision.on(actual))).isZero();
    assertThat(bytes(() -> decision.on(withoutOrigin))).isZero();
    assertThat(bytes(() -> decision.on(allowed))).isZero();
    assertThat(bytes(() -> decision.on(other))).isZero();
  }

  /** The reason is the same for all, and only the answer names the origin. */
  @Test
  void a_refused_method_allocates_no_more_than_a_grant() {
    Decision decision = Decision.allowing(Attack.ALLOWED);
    Preflight preflight = Decision.preflight("https://app.example.com", "DELETE", Decision.HEADERS);
    Expected.leftToBrowser(decision.on(preflight), "https://app.example.com");
    assertThat(bytes(() -> decision.on(preflight))).isBetween(1L, MOST);
  }

  /** A refused header is named in the reason, and its answer names the origin as a grant does. */
  @ParameterizedTest
  @EnumSource
  void a_hostile_preflight_allocates_no_more_than_its_reason_and_a_grant(Attack attack) {
    HostileBenchmark decisions = new HostileBenchmark();
    decisions.attack = attack;
    decisions.prepare();
    long most = attack.namesHeader() ? REASON + MOST : 0;
    long bytes = bytes(decisions::preflight);
    assertThat(bytes).isLessThanOrEqualTo(most);
  }
}
