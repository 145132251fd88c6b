package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTableTest {
  private static boolean matches(String pattern, String origin) {
    return OriginSet.of(List.of(OriginPattern.parse(pattern))).contains(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com, ''",
    "https://example.com:8443, ''",
    "http://[::1], ''",
    "https://example.com:*, ':*'",
    "http://[::1]:*, ':*'",
    "https://*.example.com, '*.'",
    "https://*.example.com:8443, '*.'",
    "https://*.example.com:*, '*.:*'"
  })
  void a_pattern_stands_in_the_table_of_its_asterisks(String pattern, String asterisks) {
    assertThat(OriginPattern.parse(pattern).asterisks()).isEqualTo(asterisks);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://a.b,      https://a.b
          https://a.b:8443, https://a.b:8443
          http://[::1]:81,  http://[::1]:81
          https://a.b:*,    https://a.b
          https://a.b:*,    https://a.b:8443
          http://[::1]:*,   http://[::1]
          http://[::1]:*,   http://[::1]:8443
          https://*.b,      https://a.b
          https://*.b:8443, https://a.b:8443
          https://*.b.c,    https://a.b.c
          https://*.b:*,    https://a.b
          https://*.b:*,    https://a.b:8443
          """)
  void a_pattern_matches_an_origin_that_it_is_spelled_like(String pattern, String origin) {
    assertThat(matches(pattern, origin)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://a.b,       https://a.b
          https://a.bc,     https://a.b
          https://a.b:8443, https://a.b
          https://a.b,      https://a.b:8443
          https://a.b:8444, https://a.b:8443
          https://a.b:84,   https://a.b:8443
          https://*.c,      https://a.b
          https://b,        https://a.b
          https://*.b:8444, https://a.b:8443
          http://*.b,       https://a.b
          https://b:*,      https://a.b
          """)
  void any_other_pattern_does_not(String pattern, String origin) {
    assertThat(matches(pattern, origin)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://a.b:*,    https://a.b:443
          https://a.b:*,    https://a.b:
          https://a.b:*,    https://a.b:*
          https://*.b,      https://.b
          https://*.b,      https://a..b
          https://*.b,      https://A.b
          https://*.b,      https://*.b
          https://*.b,      https://u@a.b
          https://*.b,      https://e.com/.b
          https://*.b:*,    https://a.b:65536
          https://*.b:*,    https://A.b:8443
          """)
  void what_stands_for_an_asterisk_must_be_well_formed(String pattern, String origin) {
    assertThat(Origin.isOrigin(origin)).isFalse();
    assertThat(matches(pattern, origin)).isFalse();
  }

  /** Texts that have one hash can differ anywhere. */
  @ParameterizedTest
  @CsvSource({
    "abc, 0, abc,  0, 3, true",
    "abc, 0, xbc,  0, 3, false",
    "abc, 0, abx,  0, 3, false",
    "abc, 0, xabc, 1, 4, true",
    "abc, 1, bc,   0, 2, true",
    "abc, 1, bx,   0, 2, false",
    "abc, 0, xyz,  1, 1, true"
  })
  void two_parts_are_the_same_if_each_character_is(
      String pattern, int start, String origin, int from, int to, boolean expected) {
    assertThat(OriginTable.isSame(pattern, start, origin, from, to)).isEqualTo(expected);
  }
}
