package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mark-up of pages. */
class HtmlTest {

  @Test
  void blocks_begin_a_line_and_words_do_not() {
    assertThat(new Html().start("p").element("code", "a").element("span", "b").end().page())
        .isEqualTo("<!doctype html>\n<p><code>a</code><span>b</span></p>\n");
  }

  @Test
  void a_void_element_has_no_end() {
    assertThat(new Html().start("p").start("input", "id", "a").start("br").text("b").page())
        .isEqualTo("<!doctype html>\n<p>\n<input id=\"a\"><br>b</p>\n");
  }

  @Test
  void what_is_still_open_is_ended_inside_out() {
    assertThat(new Html().start("ul").start("li").start("b").page())
        .isEqualTo("<!doctype html>\n<ul>\n<li><b></b></li></ul>\n");
  }

  @Test
  void an_attribute_without_a_value_is_left_out_and_one_named_like_its_value_stands_alone() {
    assertThat(new Html().element("p", "", "class", "", "hidden", "hidden", "id", "a").page())
        .isEqualTo("<!doctype html>\n<p hidden id=\"a\"></p>\n");
  }

  @Test
  void what_is_trusted_stands_as_it_is() {
    assertThat(new Html().start("style").trusted("a > b").end().page())
        .isEqualTo("<!doctype html>\n<style>a > b</style>\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, \\u0000",
    "9, \\u0009",
    "13, \\u000d",
    "127, \\u007f",
    "159, \\u009f",
    "8203, \\u200b",
    "8232, \\u2028",
    "8233, \\u2029",
    "8238, \\u202e",
    "65279, \\ufeff"
  })
  void what_cannot_be_seen_is_spelled_out(int character, String shown) {
    assertThat(Html.escaped("a" + (char) character + "b")).isEqualTo("a" + shown + "b");
  }

  @Test
  void what_can_be_seen_is_not_and_lines_stay_lines() {
    String visible = "a\nb ~\u00a0\u00e9\u2027\u202f\ud83d\ude00";
    assertThat(Html.escaped(visible)).isEqualTo(visible);
  }
}
