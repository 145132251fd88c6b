package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a diff shows of two texts. */
class LineDiffTest {

  private static String diff(String before, String after) {
    return new LineDiff(lines(before), lines(after)).print();
  }

  /** Each word is a line. */
  private static List<String> lines(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
  }

  @Test
  void equal_texts_differ_in_nothing() {
    assertThat(diff("a b c", "a b c")).isEmpty();
    assertThat(diff("", "")).isEmpty();
  }

  @Test
  void two_lines_around_a_change_are_shown() {
    assertThat(diff("a b c d e f g", "a b c X e f g")).isEqualTo("  b\n  c\n- d\n+ X\n  e\n  f\n");
  }

  @Test
  void changes_at_the_edges_are_shown() {
    assertThat(diff("a b c d", "X b c d")).isEqualTo("- a\n+ X\n  b\n  c\n");
    assertThat(diff("a b c d", "a b c X")).isEqualTo("  b\n  c\n- d\n+ X\n");
    assertThat(diff("", "a")).isEqualTo("+ a\n");
    assertThat(diff("a", "")).isEqualTo("- a\n");
  }

  @Test
  void a_line_that_is_repeated_is_added_or_removed_once() {
    assertThat(diff("a a", "a a a")).isEqualTo("  a\n  a\n+ a\n");
    assertThat(diff("a a a", "a a")).isEqualTo("  a\n  a\n- a\n");
    assertThat(diff("a", "a b a")).isEqualTo("  a\n+ b\n+ a\n");
  }

  @Test
  void as_many_lines_as_possible_stay() {
    assertThat(diff("a b c d e", "c d e a b")).isEqualTo("- a\n- b\n  c\n  d\n  e\n+ a\n+ b\n");
    assertThat(diff("a b x c d", "b y d a")).isEqualTo("- a\n  b\n- x\n- c\n+ y\n  d\n+ a\n");
  }

  @Test
  void what_goes_is_shown_before_what_comes() {
    assertThat(diff("s a b e", "s b a e")).isEqualTo("  s\n- a\n  b\n+ a\n  e\n");
  }

  @Test
  void changes_apart_are_parts_of_their_own_with_the_nearest_heading() {
    assertThat(diff("#1 a b c x d e f #2 g h i y", "#1 a b c X d e f #2 g h i Y"))
        .isEqualTo(
            """
              #1
              ...
              b
              c
            - x
            + X
              d
              e

              #2
              ...
              h
              i
            - y
            + Y
            """);
  }

  @Test
  void without_a_heading_between_them_parts_are_apart_all_the_same() {
    assertThat(diff("x a b c d e y", "X a b c d e Y"))
        .isEqualTo("- x\n+ X\n  a\n  b\n\n  d\n  e\n- y\n+ Y\n");
    assertThat(diff("x a b c d y", "X a b c d Y"))
        .isEqualTo("- x\n+ X\n  a\n  b\n  c\n  d\n- y\n+ Y\n");
  }

  @Test
  void a_heading_that_is_shown_anyway_is_not_repeated() {
    assertThat(diff("#1 a b x", "#1 a b X")).isEqualTo("  #1\n  ...\n  a\n  b\n- x\n+ X\n");
    assertThat(diff("#1 a x", "#1 a X")).isEqualTo("  #1\n  a\n- x\n+ X\n");
  }

  @Test
  void what_is_too_long_to_be_compared_is_told_as_replaced() {
    assertThat(diff(around("a ", 200), around("b ", 200))).contains("\n  same\n");
    assertThat(diff(around("a ", 2_500), around("b ", 2_500)))
        .contains("\n- same\n", "\n+ same\n")
        .doesNotContain("\n  same\n");
  }

  private static String around(String word, int times) {
    return word.repeat(times) + "same " + word.repeat(times).strip();
  }

  @Test
  void no_line_ends_in_a_space() {
    assertThat(new LineDiff(List.of("a", ""), List.of("b", "")).print()).isEqualTo("- a\n+ b\n\n");
  }
}
