package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {
  @Test
  void a_value_stands_on_one_line_between_quotation_marks() {
    assertThat(Quoted.of("https://a.example")).isEqualTo("\"https://a.example\"");
    assertThat(Quoted.of("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    assertThat(Quoted.of("a\r\nb\u001b[31m\u0000\u009b\u2028\u202e"))
        .isEqualTo("\"a\\u000d\\u000ab\\u001b[31m\\u0000\\u009b\\u2028\\u202e\"");
  }

  @Test
  void a_long_value_is_cut() {
    assertThat(Quoted.of("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
    assertThat(Quoted.of("x".repeat(1_000_000))).isEqualTo("\"" + "x".repeat(120) + "\"...");
  }
}
