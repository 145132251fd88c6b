package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong clock = new AtomicLong(-1_000);
  private final RateLimit budget = new RateLimit(clock::get);

  @Test
  void twenty_lines_may_be_logged_in_ten_seconds() {
    assertThat(IntStream.range(0, 1_000).filter(i -> budget.spend() >= 0).count()).isEqualTo(20);
  }

  @Test
  void the_first_line_of_the_next_stretch_tells_how_many_were_left_out() {
    IntStream.range(0, 1_000).forEach(i -> budget.spend());
    clock.addAndGet(RateLimit.STRETCH_NANOS);
    assertThat(budget.spend()).isEqualTo(980);
    assertThat(budget.spend()).isZero();
  }

  @Test
  void a_stretch_is_not_over_a_moment_early() {
    IntStream.range(0, 20).forEach(i -> budget.spend());
    clock.addAndGet(RateLimit.STRETCH_NANOS - 1);
    assertThat(budget.spend()).isEqualTo(-1);
    clock.addAndGet(1);
    assertThat(budget.spend()).isEqualTo(1);
  }

  @Test
  void quiet_stretches_save_nothing_up() {
    clock.addAndGet(100 * RateLimit.STRETCH_NANOS);
    assertThat(IntStream.range(0, 1_000).filter(i -> budget.spend() >= 0).count()).isEqualTo(20);
  }

  @Test
  void many_threads_share_one_budget() {
    long logged = IntStream.range(0, 10_000).parallel().filter(i -> budget.spend() >= 0).count();
    assertThat(logged).isEqualTo(RateLimit.LINES);
  }
}
