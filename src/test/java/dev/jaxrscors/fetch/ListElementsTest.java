package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListElementsTest {
  private final List<String> seen = new ArrayList<>();

  private boolean see(String list, int start, int end) {
    return seen.add(list.substring(start, end));
  }

  @Test
  void each_element_is_seen_once_and_trimmed_and_empty_ones_are_not() {
    assertThat(ListElements.allHold(" a,, b\t,\t ,c d ,", this::see)).isTrue();
    assertThat(seen).containsExactly("a", "b", "c d");
  }

  @ParameterizedTest
  @CsvSource({"'a,b,a', 2", "'b,a', 0", "' ,b', 2", "'a,a', 3", "'', 0", "' , ', 3"})
  void the_walk_ends_at_the_first_element_for_which_the_check_does_not_hold(
      String list, int start) {
    assertThat(ListElements.firstFailing(list, (l, from, to) -> l.charAt(from) == 'a'))
        .isEqualTo(start);
  }

  @Test
  void a_refused_element_is_the_last_one_that_is_looked_at() {
    ListElements.firstFailing("a,b,c".repeat(1_000), (l, start, end) -> !see(l, start, end));
    assertThat(seen).hasSize(1);
  }
}
