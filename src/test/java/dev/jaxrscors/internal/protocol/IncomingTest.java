package dev.jaxrscors.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request with the method OPTIONS is. */
class IncomingTest {

  private static final String SITE = "https://app.example.com";

  static Stream<Arguments> ordinary() {
    return Stream.of(
        arguments(List.of(), List.of()),
        arguments(List.of(SITE), List.of()),
        arguments(List.of(), List.of("PUT")),
        arguments(List.of(), List.of("not a method")),
        arguments(List.of("not an origin"), List.of()));
  }

  @ParameterizedTest(name = "Origin {0}, method {1}")
  @MethodSource("ordinary")
  void without_an_origin_or_without_a_method_it_belongs_to_the_application(
      List<String> origins, List<String> methods) {
    assertThat(Incoming.options(origins, methods)).isSameAs(Incoming.WellFormed.ORDINARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "GET", "PROPFIND", "put", "OPTIONS"})
  void one_origin_and_one_method_make_a_preflight(String method) {
    assertThat(Incoming.options(List.of(SITE), List.of(method)))
        .isSameAs(Incoming.WellFormed.PREFLIGHT);
  }

  @Test
  void the_opaque_origin_may_ask() {
    assertThat(Incoming.options(List.of("null"), List.of("PUT")))
        .isSameAs(Incoming.WellFormed.PREFLIGHT);
  }

  /** To a public policy it does not matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://app.example.com/",
        "https://app.example.com https://evil.example",
        "https://user@app.example.com",
        "HTTPS://app.example.com",
        "https://app.example.com:443",
        "https://example.com.",
        "file://",
        "\u0000"
      })
  void what_one_line_holds_is_for_a_policy_to_judge(String origin) {
    assertThat(Incoming.options(List.of(origin), List.of("PUT")))
        .isSameAs(Incoming.WellFormed.PREFLIGHT);
    String longest = "x".repeat(Origin.MAX_LENGTH);
    assertThat(Incoming.options(List.of(longest), List.of("PUT")))
        .isSameAs(Incoming.WellFormed.PREFLIGHT);
  }

  static Stream<Arguments> malformed() {
    return Stream.concat(
        Stream.of("x".repeat(Origin.MAX_LENGTH + 1), "x".repeat(65_536))
            .map(o -> arguments(List.of(o), List.of("PUT"), Reason.MALFORMED_ORIGIN)),
        Stream.of(
            arguments(List.of(SITE, SITE), List.of("PUT"), Reason.MALFORMED_ORIGIN),
            arguments(Collections.nCopies(9, SITE), List.of("PUT"), Reason.MALFORMED_ORIGIN),
            arguments(List.of("", ""), List.of("PUT"), Reason.MALFORMED_ORIGIN),
            arguments(List.of("evil"), List.of("not a method"), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of(""), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("PUT, DELETE"), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("PUT", "PUT"), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("P".repeat(65)), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("TRACE"), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("connect"), Reason.MALFORMED_METHOD),
            arguments(List.of(SITE), List.of("Track"), Reason.MALFORMED_METHOD)));
  }

  @ParameterizedTest(name = "{2}: Origin {0}, method {1}")
  @MethodSource("malformed")
  void what_no_browser_sends_is_refused_and_told_nothing(
      List<String> origins, List<String> methods, Reason reason) {
    assertThat(Incoming.options(origins, methods))
        .isInstanceOfSatisfying(
            Incoming.Malformed.class,
            malformed -> {
              assertThat(malformed.verdict().denial()).isEqualTo(Denial.of(reason));
              assertThat(malformed.verdict().headers().asMap())
                  .isEqualTo(Map.of("Vary", Vary.PREFLIGHT.fieldValue()));
            });
  }
}
