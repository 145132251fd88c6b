package dev.jaxrscors.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {

  @Test
  void the_median_of_an_odd_number_of_rounds_is_the_one_in_the_middle() {
    assertThat(rounds(9, 1, 2).median()).isEqualTo(2);
  }

  @Test
  void the_median_of_an_even_number_of_rounds_is_between_the_two_in_the_middle() {
    assertThat(rounds(9, 1, 2, 4).median()).isEqualTo(3);
  }

  @Test
  void a_ratio_is_taken_within_each_round_before_the_median() {
    Rounds ratios = rounds(10, 40, 90).over(rounds(10, 20, 30));
    assertThat(ratios).isEqualTo(rounds(1, 2, 3));
    assertThat(ratios.asRatio()).isEqualTo("2.00 (1.00-3.00)");
  }

  @Test
  void a_single_round_has_no_spread() {
    assertThat(rounds(3).over(rounds(2)).asRatio()).isEqualTo("1.50");
  }

  @Test
  void a_difference_has_a_sign() {
    assertThat(rounds(1072, 1073).minus(rounds(0, 1)).asDifference()).isEqualTo("+1,072");
    assertThat(rounds(10).minus(rounds(60.5)).asDifference()).isEqualTo("-50.5");
    assertThat(rounds(10).minus(rounds(10)).asDifference()).isEqualTo("+0");
  }

  @ParameterizedTest
  @CsvSource({"0.0001, 0", "0.123, 0.12", "9.876, 9.88", "98.76, 98.8", "987.6, 988"})
  void a_number_has_the_digits_that_matter(double value, String text) {
    assertThat(rounds(value).asNumber()).isEqualTo(text);
  }

  @Test
  void no_round_is_no_figure() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rounds(List.of()));
  }

  private static Rounds rounds(double... values) {
    return new Rounds(Arrays.stream(values).boxed().toList());
  }
}
