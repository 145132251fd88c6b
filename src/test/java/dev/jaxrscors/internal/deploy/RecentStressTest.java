package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Many threads look values up while they push one another's out. */
class RecentStressTest {

  private static final int MOST = 16;
  private static final int LOOK_UPS = 100_000;
  private static final int KEYS = 1_000;
  private static final int ROUNDS = 50;

  @Test
  void it_never_holds_more_than_twice_its_number_nor_a_value_of_another_key() throws Exception {
    Recent<Integer, String> recent = new Recent<>(MOST, key -> "value " + key);
    AtomicInteger largest = new AtomicInteger();
    LongAdder wrong = new LongAdder();
    long seed = Seeds.random(getClass()).nextLong();
    AtOnce.run(
        thread -> {
          SplittableRandom random = new SplittableRandom(seed + thread);
          for (int i = 0; i < Seeds.cases(LOOK_UPS); i++) {
            int key = random.nextInt(10 * MOST);
            if (!recent.get(key).equals("value " + key)) {
              wrong.increment();
            }
            largest.accumulateAndGet(recent.size(), Math::max);
          }
        });
    assertThat(wrong.sum()).isZero();
    assertThat(largest).hasValueBetween(MOST, 2 * MOST);
  }

  @Test
  void threads_that_make_a_value_at_the_same_time_have_the_same_one() throws Exception {
    for (int round = 0; round < Seeds.cases(ROUNDS); round++) {
      Recent<Integer, Object> recent = new Recent<>(KEYS, key -> new Object());
      Object[][] found = new Object[AtOnce.THREADS][KEYS];
      AtOnce.run(thread -> Arrays.setAll(found[thread], recent::get));
      for (Object[] ofThread : found) {
        assertThat(ofThread).isEqualTo(found[0]);
      }
    }
  }
}
