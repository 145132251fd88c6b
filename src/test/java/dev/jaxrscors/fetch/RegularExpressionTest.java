package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much of a regular expression is read; what it is taken for stands with its explanation. */
class RegularExpressionTest {

  @Test
  void a_text_of_more_than_500_characters_is_taken_for_none() {
    String longest = "^https://" + "a".repeat(490) + "$";
    assertThat(longest).hasSize(500);
    assertThat(RegularExpression.isLikely(longest)).isTrue();
    assertThat(RegularExpression.isLikely(longest + "$")).isFalse();
  }

  @Test
  void eight_alternatives_are_written_out() {
    assertThat(RegularExpression.patterns("https://(a|b|c|d|e|f|g|h)\\.(example)\\.com"))
        .hasSize(8)
        .startsWith("https://a.example.com")
        .endsWith("https://h.example.com");
  }

  @Test
  void more_are_not() {
    assertThat(RegularExpression.patterns("https://(a|b|c|d|e|f|g|h|i)\\.(example)\\.com"))
        .isEmpty();
    assertThat(RegularExpression.patterns("https://(a|b|c|d|e)\\.x\\.example|https://y\\.example"))
        .isEmpty();
  }
}
