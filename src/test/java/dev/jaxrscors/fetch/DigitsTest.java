package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "9, 9", "10, 10", "80, 80", "255, 255", "65535, 65535"})
  void digits_without_a_leading_zero_are_a_number(String text, int number) {
    assertThat(Digits.number(text, 0, text.length(), 65535)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "00", "01", "080", "+1", "-1", " 1", "1 ", "1a", "a1", "0x1", "1.0", "1e3", "1_000",
        "\u0661", "\uFF11"
      })
  void another_text_is_none(String text) {
    assertThat(Digits.number(text, 0, text.length(), 65535)).isEqualTo(Digits.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "65536",
        "99999",
        "100000",
        "2147483647",
        "2147483648",
        "4294967296",
        "4294967297",
        "18446744073709551617",
        "99999999999999999999999999999999999999"
      })
  void a_number_over_the_maximum_is_none_however_far_it_overflows(String text) {
    assertThat(Digits.number(text, 0, text.length(), 65535)).isEqualTo(Digits.NONE);
  }

  @Test
  void the_maximum_itself_is_a_number_and_the_next_is_none() {
    assertThat(Digits.number("255", 0, 3, 255)).isEqualTo(255);
    assertThat(Digits.number("256", 0, 3, 255)).isEqualTo(Digits.NONE);
  }

  @Test
  void only_the_part_asked_for_is_looked_at() {
    assertThat(Digits.number("a:8080/", 2, 6, 65535)).isEqualTo(8080);
    assertThat(Digits.number("a:8080/", 2, 7, 65535)).isEqualTo(Digits.NONE);
    assertThat(Digits.number("a:8080/", 2, 2, 65535)).isEqualTo(Digits.NONE);
  }
}
