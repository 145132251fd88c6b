package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

  private static final int MOST = 100;

  private final Recent<Integer, String> recent = new Recent<>(MOST);

  @Test
  void what_was_kept_is_found() {
    assertThat(recent.get(1)).isNull();
    assertThat(recent.keep(1, "one")).isEqualTo("one");
    assertThat(recent.get(1)).isEqualTo("one");
  }

  @Test
  void the_first_of_two_values_stays() {
    recent.keep(1, "one");
    assertThat(recent.keep(1, "another")).isEqualTo("one");
  }

  @Test
  void a_flood_of_keys_does_not_grow_it_and_the_last_of_them_is_still_kept() {
    for (int key = 0; key < 50 * MOST; key++) {
      recent.keep(key, "value " + key);
      assertThat(recent.size()).isLessThanOrEqualTo(2 * MOST);
    }
    assertThat(recent.get(50 * MOST - 1)).isEqualTo("value " + (50 * MOST - 1));
    assertThat(recent.get(0)).isNull();
  }

  @Test
  void what_is_used_meanwhile_outlives_a_flood() {
    recent.keep(-1, "used");
    for (int key = 0; key < 50 * MOST; key++) {
      recent.keep(key, "value");
      assertThat(recent.get(-1)).isEqualTo("used");
    }
  }
}
