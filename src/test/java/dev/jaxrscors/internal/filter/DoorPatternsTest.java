package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorPatternsTest {

  private static HttpServletRequest request(String path, @Nullable HttpServletMapping mapping) {
    return Fakes.fake(
        HttpServletRequest.class,
        Map.of(
            "getServletPath", arguments -> path,
            "getPathInfo", arguments -> null,
            "getHttpServletMapping", arguments -> mapping));
  }

  private static HttpServletMapping mapping(@Nullable String servlet) {
    return Fakes.fake(HttpServletMapping.class, Map.of("getServletName", arguments -> servlet));
  }

  private static DoorPatterns patterns(String... urls) {
    return new DoorPatterns(List.of(urls), List.of("files"));
  }

  @ParameterizedTest
  @CsvSource({
    "/files/*, /files/a.txt, true",
    "/files/*, /files, true",
    "/files/*, /filesystem, false",
    "*.txt, /files/a.txt, true",
    "*.txt, /files/atxt, false",
    "/files/a.txt, /files/a.txt, true",
    "/files/a.txt, /files/a.txt/b, false",
    "/*, /, true"
  })
  void a_pattern_matches_as_filters_do(String pattern, String path, boolean expected) {
    assertThat(patterns(pattern).match(request(path, mapping("other")))).isEqualTo(expected);
  }

  @Test
  void the_name_of_a_servlet_matches_it() {
    assertThat(patterns().match(request("/anything", mapping("files")))).isTrue();
    assertThat(patterns().match(request("/anything", mapping("other")))).isFalse();
  }

  /** Open Liberty serves files, and says that nothing is found, without one. */
  @Test
  void where_there_is_no_servlet_the_path_alone_counts() {
    for (HttpServletMapping none : new HttpServletMapping[] {mapping(null), null}) {
      assertThat(patterns("/files/*").match(request("/files/a.txt", none))).isTrue();
      assertThat(patterns().match(request("/files/a.txt", none))).isFalse();
    }
  }

  @Test
  void messages_call_it_by_its_only_pattern() {
    assertThat(patterns("/files/*").path()).isEqualTo("/files/*");
    assertThat(patterns("/files/*", "*.txt").path()).isEqualTo("/*");
    assertThat(patterns().path()).isEqualTo("/*");
  }

  @Test
  void where_nothing_is_registered_it_stands_before_nothing() {
    assertThat(DoorPatterns.of(null).match(request("/anything", mapping("files")))).isFalse();
  }

  @Test
  void the_longer_pattern_is_nearer() {
    HttpServletRequest request = request("/files/a.txt", mapping("other"));
    assertThat(patterns("/files/a.txt").nearness(request))
        .isGreaterThan(patterns("/files/*").nearness(request));
    assertThat(patterns("/files/*").nearness(request))
        .isGreaterThan(patterns("*.txt").nearness(request));
    assertThat(patterns("*.txt").nearness(request)).isGreaterThan(patterns("/*").nearness(request));
  }
}
