package dev.jaxrscors.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "host=a.example;proto=https | a.example | https",
        "HOST=a.example;Proto=HTTPS | a.example | HTTPS",
        "for=192.0.2.60;proto=http;by=203.0.113.43 | | http",
        "for=\"[2001:db8:cafe::17]:4711\";host=\"a.example:8443\" | a.example:8443 | ",
        "for=\"x;host=payments.example.com\";host=other | other | ",
        "for=\"x,host=payments.example.com\";host=other | other | ",
        "for=\"\\\"\\\\;host=payments.example.com\";host=other | other | ",
        "host=\"a\\.example\" | a.example | ",
        "host=a.example:8080 | a.example:8080 | ",
        "host=[::1]:8080 | [::1]:8080 | ",
        "host=a.example ; proto=https | a.example | https",
        "host=a.example, host=b.example | a.example | ",
        "for=1.2.3.4, host=b.example | | ",
        ", ,host=a.example | a.example | ",
        ";;host=a.example; | a.example | ",
        "secret=x;ext=\"\\,\";host=a.example | a.example | "
      })
  void its_first_element_is_that_of_the_proxy_nearest_to_the_client(
      String line, String host, String proto) {
    assertThat(Forwarded.of(List.of(line)))
        .isEqualTo(new Forwarded(host == null ? "" : host, proto == null ? "" : proto));
  }

  @Test
  void several_lines_are_one_list() {
    assertThat(Forwarded.of(List.of("host=a.example", "host=b.example")).host())
        .isEqualTo("a.example");
    assertThat(Forwarded.of(List.of("", "host=b.example")).host()).isEqualTo("b.example");
    assertThat(Forwarded.of(List.of())).isEqualTo(Forwarded.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ";",
        "\"",
        "host",
        "host=",
        "host=\"\"",
        "=a.example",
        "host =a.example",
        "host= a.example",
        "host=\"a.example",
        "host=\"a.example\\",
        "host=\"a.example\\\"",
        "host=\"a.example\"x",
        "host=a.example b",
        "host=a.example\"b\"",
        "host=a/b",
        "host=\u00e9",
        "ho st=a.example",
        "\"host\"=a.example",
        "host=a.example;host=b.example",
        "host=a.example;HOST=a.example",
        "host=a.example, host",
        "host=a.example, for=\"x"
      })
  void what_is_malformed_anywhere_says_nothing(String line) {
    assertThat(Forwarded.of(List.of(line))).isEqualTo(Forwarded.NOTHING);
  }

  @Test
  void what_is_over_long_is_not_read() {
    assertThat(Forwarded.of(List.of("host=a.example", "for=" + "x".repeat(60_000))))
        .isEqualTo(Forwarded.NOTHING);
    assertThat(Forwarded.of(List.of("host=a.example" + ",".repeat(1_000))).host())
        .isEqualTo("a.example");
  }

  @Test
  void the_longest_that_is_read_has_1024_characters() {
    String longest = "host=a.example;for=" + "x".repeat(1_024 - "host=a.example;for=".length());
    assertThat(Forwarded.of(List.of(longest)).host()).isEqualTo("a.example");
    assertThat(Forwarded.of(List.of(longest + "x"))).isEqualTo(Forwarded.NOTHING);
  }
}
