package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

  private static final int MOST = 100;

  private final List<Integer> made = new ArrayList<>();
  private final Recent<Integer, String> recent = new Recent<>(MOST, this::make);

  private String make(int key) {
    made.add(key);
    return "value " + key;
  }

  @Test
  void what_was_made_is_found() {
    assertThat(recent.get(1)).isEqualTo("value 1").isSameAs(recent.get(1));
    assertThat(made).containsExactly(1);
  }

  @Test
  void the_first_of_two_values_stays() {
    List<Recent<Integer, Integer>> racing = new ArrayList<>();
    AtomicInteger turns = new AtomicInteger();
    racing.add(
        new Recent<>(
            MOST,
            key -> {
              int turn = turns.incrementAndGet();
              // Another thread may come first while this one makes a value: here, it does.
              return turn == 1 ? -racing.get(0).get(key) : turn;
            }));
    assertThat(racing.get(0).get(0)).isEqualTo(2);
    assertThat(turns).hasValue(2);
  }

  @Test
  void a_flood_of_keys_does_not_grow_it_and_the_last_of_them_is_still_kept() {
    for (int key = 0; key < 50 * MOST; key++) {
      assertThat(recent.get(key)).isEqualTo("value " + key);
      assertThat(recent.size()).isLessThanOrEqualTo(2 * MOST);
    }
    assertThat(made).hasSize(50 * MOST);
    recent.get(50 * MOST - 1);
    assertThat(made).hasSize(50 * MOST);
    recent.get(0);
    assertThat(made).hasSize(50 * MOST + 1);
  }

  @Test
  void what_is_used_meanwhile_outlives_a_flood() {
    for (int key = 0; key < 50 * MOST; key++) {
      recent.get(key);
      recent.get(-1);
    }
    assertThat(made).containsOnlyOnce(-1);
  }

  @Test
  void its_size_is_that_of_both_generations() {
    for (int key = 0; key <= MOST; key++) {
      recent.get(key);
    }
    assertThat(recent.size()).isEqualTo(MOST + 1);
  }
}
