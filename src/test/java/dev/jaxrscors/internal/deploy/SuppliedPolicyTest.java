package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.Danger;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Kinds;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A policy that code supplies, whatever that does: return another, nothing, throw or hang. */
class SuppliedPolicyTest {

  private static final String A = "https://a.example";
  private static final String B = "https://b.example";
  private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);

  @AutoClose private final CapturedLog log = CapturedLog.open();
  // An odd number, like every moment that is kept.
  private final AtomicLong clock = new AtomicLong(-999);
  private final AtomicInteger asked = new AtomicInteger();
  private @Nullable Policy current = allowing(A);
  private Runnable meanwhile = () -> {};
  private final SuppliedPolicy supplied = new SuppliedPolicy("shop", this::supply, clock::get);

  @SuppressWarnings("NullAway") // A supplier may do wrong.
  private Policy supply() {
    asked.incrementAndGet();
    meanwhile.run();
    return current;
  }

  private static Policy allowing(String origin) {
    return Policy.builder().origins(origin).build();
  }

  private static Policy waiving(String origin) {
    return Policy.builder().origins(origin).dangerously(Danger.LOOPBACK_ORIGINS).build();
  }

  @Test
  void the_first_one_is_in_force_until_it_is_replaced() {
    assertThat(supplied.name()).isEqualTo("shop");
    assertThat(supplied.inForce()).isSameAs(current);
    current = allowing(B);
    assertThat(supplied.inForce()).isEqualTo(allowing(A));
    assertThat(asked).hasValue(1);

    supplied.replace(allowing(B));
    assertThat(supplied.inForce()).isEqualTo(allowing(B));
  }

  @Test
  void without_a_first_one_there_is_no_deployment() {
    current = null;
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(supplied::inForce)
        .satisfies(
            e ->
                assertThat(e.mistakes())
                    .map(Kinds::of)
                    .containsExactly("policy shop: UNUSABLE_SUPPLIER shop"));

    current = allowing(A);
    assertThat(supplied.inForce()).isEqualTo(allowing(A));
  }

  @Test
  void the_same_or_an_equal_one_replaces_nothing() {
    supplied.inForce();
    assertThat(supplied.successor()).isNull();

    Policy equal = allowing(A);
    current = equal;
    assertThat(supplied.successor()).isNull();
    // From then on, a look at the object is enough.
    assertThat(supplied.inForce()).isSameAs(equal);
  }

  @Test
  void another_one_is_to_replace_it() {
    supplied.inForce();
    current = allowing(B);
    assertThat(supplied.successor()).isSameAs(current);
    current = waiving(A);
    assertThat(supplied.successor()).isSameAs(current);
  }

  @Test
  void a_wrong_one_is_not_looked_at_again_before_something_else_changes() {
    supplied.inForce();
    Policy wrong = allowing(B);
    supplied.reject(wrong);
    current = wrong;
    assertThat(supplied.successor()).isNull();
    current = allowing(B);
    assertThat(supplied.successor()).isNull();
    current = waiving(B);
    assertThat(supplied.successor()).isSameAs(current);

    supplied.reconsider();
    current = wrong;
    assertThat(supplied.successor()).isSameAs(wrong);
  }

  @Test
  void a_failure_is_said_once_and_again_after_it_was_mended() {
    supplied.inForce();
    current = null;
    assertThat(supplied.successor()).isNull();
    assertThat(supplied.successor()).isNull();
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith("policy shop, the supplier of policy \"shop\" is unusable")
        .endsWith("The policy before stays in force, until another one is supplied.");

    current = allowing(A);
    supplied.successor();
    current = null;
    supplied.successor();
    assertThat(log.errors()).hasSize(2);
  }

  @Test
  void what_it_throws_is_said() {
    supplied.inForce();
    meanwhile =
        () -> {
          throw new AssertionError("no database");
        };
    assertThat(supplied.successor()).isNull();
    assertThat(log.errors()).singleElement().asString().contains("no database");
  }

  @Test
  void while_it_is_being_asked_nobody_else_asks() {
    supplied.inForce();
    current = allowing(B);
    meanwhile = () -> assertThat(supplied.successor()).isNull();
    assertThat(supplied.successor()).isSameAs(current);
    assertThat(asked).hasValue(2);
    assertThat(supplied.successor()).isSameAs(current);
    assertThat(asked).hasValue(3);
    assertThat(log.errors()).isEmpty();
  }

  private void waitInVain(long nanos) {
    supplied.successor();
    clock.addAndGet(nanos);
    supplied.successor();
    supplied.successor();
  }

  @Test
  void one_that_hangs_for_more_than_ten_seconds_is_said_to_once() {
    supplied.inForce();
    meanwhile = () -> waitInVain(TEN_SECONDS + 2);
    assertThat(supplied.successor()).isNull();
    assertThat(log.errors())
        .containsExactly(
            "The supplier of the CORS policy shop has not returned for 10 seconds. The policy before"
                + " stays in force.");

    supplied.successor();
    assertThat(log.errors()).as("the next time, it is another time").hasSize(2);
  }

  @Test
  void one_that_takes_a_moment_does_not_hang() {
    supplied.inForce();
    meanwhile = () -> waitInVain(TEN_SECONDS);
    for (int i = 0; i < 3; i++) {
      supplied.successor();
    }
    assertThat(log.errors()).isEmpty();
  }
}
