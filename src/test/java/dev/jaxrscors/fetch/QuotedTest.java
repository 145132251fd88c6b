package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://a.example, \"https://a.example\"",
        "``, \"\"",
        "say \"hi\", \"say \\\"hi\\\"\"",
        "back\\slash, \"back\\\\slash\"",
        "~ is the last one, \"~ is the last one\"",
        "münchen, \"m\\u00fcnchen\"",
      })
  void a_value_is_quoted_as_a_string_literal(String value, String shown) {
    assertThat(Quoted.of(value)).isEqualTo(shown);
  }

  @Test
  void what_moves_a_cursor_is_escaped() {
    assertThat(Quoted.of("a\r\nb\tc\u007f\u001b\u0000\u009b\u2028\u202e"))
        .isEqualTo("\"a\\u000d\\u000ab\\u0009c\\u007f\\u001b\\u0000\\u009b\\u2028\\u202e\"");
  }

  @Test
  void a_value_is_cut_after_120_characters() {
    assertThat(Quoted.of("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
    assertThat(Quoted.of("x".repeat(121))).isEqualTo("\"" + "x".repeat(120) + "\"...");
    assertThat(Quoted.of("x".repeat(1_000_000))).hasSize(125);
  }

  @Test
  void without_quotation_marks_it_is_escaped_and_cut_all_the_same() {
    assertThat(Quoted.unquoted("PUT")).isEqualTo("PUT");
    assertThat(Quoted.unquoted("a\r\n\"b\"")).isEqualTo("a\\u000d\\u000a\\\"b\\\"");
    assertThat(Quoted.unquoted("x".repeat(121))).isEqualTo("x".repeat(120) + "...");
  }

  @Test
  void a_list_is_shown_as_an_annotation_holds_it() {
    assertThat(Quoted.list(List.of("GET"))).isEqualTo("\"GET\"");
    assertThat(Quoted.list(List.of("GET", "PUT"))).isEqualTo("{\"GET\", \"PUT\"}");
    assertThat(Quoted.list(List.of())).isEqualTo("{}");
  }

  @Test
  void a_list_is_cut_after_eight_elements() {
    List<String> nine = IntStream.rangeClosed(1, 9).mapToObj(i -> "V" + i).toList();
    assertThat(Quoted.list(nine.subList(0, 8))).endsWith("\"V7\", \"V8\"}");
    assertThat(Quoted.list(nine)).endsWith("\"V7\", \"V8\", ...}");
    assertThat(Quoted.list(Collections.nCopies(1_000_000, "x"))).hasSizeLessThan(100);
  }

  @Test
  void a_clause_has_no_quotation_marks_and_is_cut_after_400_characters() {
    assertThat(Quoted.clause("it is \"new\"\n")).isEqualTo("it is \\\"new\\\"\\u000a");
    assertThat(Quoted.clause("x".repeat(400))).isEqualTo("x".repeat(400));
    assertThat(Quoted.clause("x".repeat(401))).isEqualTo("x".repeat(400) + "...");
  }

  @Test
  void of_all_those_after_32_are_counted() {
    List<String> most = IntStream.rangeClosed(1, 32).mapToObj(i -> "V" + i).toList();
    assertThat(Quoted.all(most)).startsWith("\"V1\", \"V2\", ").endsWith(", \"V32\"");
    List<String> more = IntStream.rangeClosed(1, 35).mapToObj(i -> "V" + i).toList();
    assertThat(Quoted.all(more)).isEqualTo(Quoted.all(most) + " and 3 more");
  }
}
