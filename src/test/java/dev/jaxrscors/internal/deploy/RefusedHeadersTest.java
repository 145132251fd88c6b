package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that a stranger sent, before the log advises anything about them. */
class RefusedHeadersTest {

  private static RefusedHeaders of(String... names) {
    return RefusedHeaders.of(List.of(names));
  }

  @Test
  void they_are_told_apart_by_what_can_be_done_about_them() {
    assertThat(of("X-Key", "Authorization", "X-Forwarded-For", "Cookie", "Origin"))
        .isEqualTo(
            new RefusedHeaders(
                List.of("x-key", "Authorization", "x-forwarded-for"),
                List.of("x-forwarded-for"),
                List.of("cookie", "origin")));
  }

  @Test
  void an_asterisk_is_the_name_of_no_header() {
    assertThat(of("*", "x-*").useless()).containsExactly("*", "x-*");
  }

  @Test
  void a_name_that_is_longer_than_a_page_writes_is_not_repeated() {
    assertThat(of("x".repeat(120)).allowable()).containsExactly("x".repeat(120));
    assertThat(of("x".repeat(121))).isEqualTo(of());
  }

  @Test
  void a_line_of_the_log_holds_four_thousand_characters_of_them() {
    List<String> forty = Collections.nCopies(40, "x".repeat(100));
    assertThat(RefusedHeaders.of(forty).isTooMuch()).isFalse();
    assertThat(
            RefusedHeaders.of(Stream.concat(forty.stream(), Stream.of("x")).toList()).isTooMuch())
        .isTrue();
  }
}
