package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginShapeTest {
  private static boolean matches(OriginShape shape, String pattern, String origin, String domain) {
    int hostEnd = Host.likelyEnd(origin, OriginShape.hostStart(origin));
    int from = hostEnd - domain.length();
    assertThat(origin.substring(from, hostEnd)).isEqualTo(domain);
    return shape.matches(pattern, origin, from, hostEnd);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com, EXACT",
    "https://example.com:8443, EXACT",
    "http://[::1], EXACT",
    "https://example.com:*, ANY_PORT",
    "http://[::1]:*, ANY_PORT",
    "https://*.example.com, ANY_SUBDOMAIN",
    "https://*.example.com:8443, ANY_SUBDOMAIN",
    "https://*.example.com:*, ANY_SUBDOMAIN_AND_PORT"
  })
  void a_pattern_has_the_shape_of_its_asterisks(String pattern, OriginShape shape) {
    assertThat(OriginShape.of(OriginPattern.parse(pattern))).isEqualTo(shape);
    assertThat(shape.hasAnyPort()).isEqualTo(pattern.endsWith(":*"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EXACT,                  https://a.b,      https://a.b,      a.b
          EXACT,                  https://a.b:8443, https://a.b:8443, a.b
          EXACT,                  http://[::1]:81,  http://[::1]:81,  [::1]
          ANY_PORT,               https://a.b:*,    https://a.b,      a.b
          ANY_PORT,               https://a.b:*,    https://a.b:8443, a.b
          ANY_SUBDOMAIN,          https://*.b,      https://a.b,      b
          ANY_SUBDOMAIN,          https://*.b:8443, https://a.b:8443, b
          ANY_SUBDOMAIN,          https://*.b.c,    https://a.b.c,    b.c
          ANY_SUBDOMAIN_AND_PORT, https://*.b:*,    https://a.b,      b
          ANY_SUBDOMAIN_AND_PORT, https://*.b:*,    https://a.b:8443, b
          """)
  void a_pattern_matches_an_origin_that_it_is_spelled_like(
      OriginShape shape, String pattern, String origin, String domain) {
    assertThat(matches(shape, pattern, origin, domain)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          EXACT,                  http://a.b,       https://a.b,      a.b
          EXACT,                  https://a.bc,     https://a.b,      a.b
          EXACT,                  https://a.b:8443, https://a.b,      a.b
          EXACT,                  https://a.b,      https://a.b:8443, a.b
          EXACT,                  https://a.b:8444, https://a.b:8443, a.b
          EXACT,                  https://a.b:84,   https://a.b:8443, a.b
          EXACT,                  https://a.b:*,    https://a.b,      a.b
          EXACT,                  https://*.b,      https://a.b,      b
          ANY_PORT,               https://a.b,      https://a.b,      a.b
          ANY_PORT,               https://a.b:8443, https://a.b:8443, a.b
          ANY_PORT,               https://*.b:*,    https://a.b,      b
          ANY_SUBDOMAIN,          https://*.c,      https://a.b,      b
          ANY_SUBDOMAIN,          https://b,        https://a.b,      b
          ANY_SUBDOMAIN,          https://a.b,      https://a.b,      b
          ANY_SUBDOMAIN,          https://*.b:*,    https://a.b,      b
          ANY_SUBDOMAIN,          https://*.b:8444, https://a.b:8443, b
          ANY_SUBDOMAIN,          http://*.b,       https://a.b,      b
          ANY_SUBDOMAIN_AND_PORT, https://*.b,      https://a.b,      b
          ANY_SUBDOMAIN_AND_PORT, https://b:*,      https://a.b,      b
          ANY_SUBDOMAIN_AND_PORT, https://*.b:8443, https://a.b:8443, b
          """)
  void any_other_pattern_does_not(OriginShape shape, String pattern, String origin, String domain) {
    assertThat(matches(shape, pattern, origin, domain)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ANY_PORT,               https://a.b:*,    https://a.b:443,   a.b
          ANY_PORT,               https://a.b:*,    https://a.b:,      a.b
          ANY_PORT,               https://a.b:*,    https://a.b:*,     a.b
          ANY_SUBDOMAIN,          https://*.b,      https://.b,        b
          ANY_SUBDOMAIN,          https://*.b,      https://a..b,      b
          ANY_SUBDOMAIN,          https://*.b,      https://A.b,       b
          ANY_SUBDOMAIN,          https://*.b,      https://*.b,       b
          ANY_SUBDOMAIN,          https://*.b,      https://u@a.b,     b
          ANY_SUBDOMAIN,          https://*.b,      https://e.com/.b,  b
          ANY_SUBDOMAIN_AND_PORT, https://*.b:*,    https://a.b:65536, b
          ANY_SUBDOMAIN_AND_PORT, https://*.b:*,    https://A.b:8443,  b
          """)
  void what_stands_for_an_asterisk_must_be_well_formed(
      OriginShape shape, String pattern, String origin, String domain) {
    assertThat(Origin.isOrigin(origin)).isFalse();
    assertThat(matches(shape, pattern, origin, domain)).isFalse();
  }
}
