package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.Seeds;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Many threads spend one budget while its stretches pass. */
class RateLimitStressTest {

  private static final int LINES_OF_EACH = 200_000;
  private static final int LINES_IN_A_STRETCH = 1_000;

  private final AtomicLong clock = new AtomicLong();
  private final RateLimit budget = new RateLimit(clock::get);
  private final LongAdder logged = new LongAdder();
  private final LongAdder told = new LongAdder();

  @Test
  void no_line_is_one_too_many_and_none_is_lost_from_the_count() throws Exception {
    int each = Seeds.cases(LINES_OF_EACH);
    AtOnce.run(
        thread -> {
          for (int i = 0; i < each; i++) {
            spend();
            clock.addAndGet(RateLimit.STRETCH_NANOS / LINES_IN_A_STRETCH);
          }
        });
    long stretches = clock.get() / RateLimit.STRETCH_NANOS + 1;
    assertThat(logged.sum()).isBetween(1L, RateLimit.LINES * stretches);

    clock.addAndGet(RateLimit.STRETCH_NANOS);
    spend();
    assertThat(logged.sum() + told.sum()).isEqualTo((long) AtOnce.THREADS * each + 1);
  }

  private void spend() {
    long leftOut = budget.spend();
    if (leftOut >= 0) {
      logged.increment();
      told.add(leftOut);
    }
  }
}
