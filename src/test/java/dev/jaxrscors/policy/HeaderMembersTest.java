package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.Rows;
import dev.jaxrscors.fetch.HeaderName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The two members that hold header names: what may be sent, and what may be read. */
class HeaderMembersTest {

  static Stream<Arguments> allowed() {
    return Stream.of(
        arguments(List.of("(derived)"), "derived", ""),
        arguments(List.of("(derived)", "X-Trace"), "derived", "X-Trace"),
        arguments(List.of("X-Trace", "X-Api-Key"), "named", "X-Trace, X-Api-Key"),
        arguments(List.of("X-Trace", "X-Trace"), "named", "X-Trace"),
        arguments(List.of("X-Trace", "x-trace", "X-TRACE"), "named", "X-Trace"),
        arguments(List.of("Authorization", "authorization"), "named", "Authorization"),
        arguments(List.of("X-Forwarded-For"), "named", "X-Forwarded-For"),
        arguments(List.of("*"), "any", ""),
        arguments(List.of("*", "*"), "any", ""),
        arguments(List.of("*", "Authorization"), "any", "Authorization"),
        arguments(List.of("authorization", "*"), "any", "authorization"),
        arguments(List.of("*", "Authorization", "AUTHORIZATION"), "any", "Authorization"),
        arguments(List.of("(none)"), "named", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allowed")
  void request_headers_are_derived_named_or_any(List<String> values, String kind, String names) {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedHeaders headers = AllowedHeaders.parse(values, problems::add);
    assertThat(problems).isEmpty();
    assertThat(headers.isDerived()).isEqualTo(kind.equals("derived"));
    assertThat(headers.isAny()).isEqualTo(kind.equals("any"));
    assertThat(headers.names().joined()).isEqualTo(names);
  }

  static Stream<Arguments> exposed() {
    return Stream.of(
        arguments(List.of("ETag", "Location"), "ETag, Location"),
        arguments(List.of("Cache-Control"), "Cache-Control"),
        arguments(List.of("*"), "*"),
        arguments(List.of("ETag", "Etag", "ETag"), "ETag"),
        arguments(List.of("(none)"), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("exposed")
  void response_headers_are_named_or_any(List<String> values, String fieldValue) {
    List<PolicyProblem> problems = new ArrayList<>();
    assertThat(ExposedHeaders.parse(values, problems::add).fieldValue()).isEqualTo(fieldValue);
    assertThat(problems).isEmpty();
  }

  static Stream<Arguments> wrong() {
    Member allowed = Member.ALLOWED_HEADERS;
    Member exposed = Member.EXPOSED_HEADERS;
    return Rows.of(
        () -> arguments(allowed, List.of(), List.of(ProblemKind.EMPTY_LIST.of(allowed, "(none)"))),
        () -> arguments(exposed, List.of(), List.of(ProblemKind.EMPTY_LIST.of(exposed, "(none)"))),
        () ->
            arguments(
                allowed,
                List.of("(none)", "*"),
                List.of(ProblemKind.NOT_ALONE.of(allowed, "(none)"))),
        () ->
            arguments(
                allowed,
                List.of("(none)", "(derived)"),
                List.of(ProblemKind.NOT_ALONE.of(allowed, "(none)"))),
        () ->
            arguments(
                exposed,
                List.of("ETag", "(none)"),
                List.of(ProblemKind.NOT_ALONE.of(exposed, "(none)"))),
        () ->
            arguments(
                allowed, List.of("X-*"), List.of(ProblemKind.ASTERISK_IN_NAME.of(allowed, "X-*"))),
        () ->
            arguments(
                allowed,
                List.of("*-Id"),
                List.of(ProblemKind.ASTERISK_IN_NAME.of(allowed, "*-Id"))),
        () ->
            arguments(
                allowed, List.of("**"), List.of(ProblemKind.ASTERISK_IN_NAME.of(allowed, "**"))),
        () ->
            arguments(
                exposed,
                List.of("ETag", "X-*-Count"),
                List.of(ProblemKind.ASTERISK_IN_NAME.of(exposed, "X-*-Count"))),
        () ->
            arguments(
                allowed,
                List.of("*", "X-A", "Authorization", "X-B"),
                List.of(PolicyProblem.asteriskBesideNames(allowed, List.of("X-A", "X-B")))),
        () ->
            arguments(
                allowed,
                List.of("(derived)", "X-A", "*"),
                List.of(PolicyProblem.asteriskBesideNames(allowed, List.of("X-A")))),
        () ->
            arguments(
                exposed,
                List.of("*", "ETag"),
                List.of(PolicyProblem.asteriskBesideNames(exposed, List.of("ETag")))),
        // Of what a response exposes Authorization is no exception.
        () ->
            arguments(
                exposed,
                List.of("Authorization", "*"),
                List.of(PolicyProblem.asteriskBesideNames(exposed, List.of("Authorization")))),
        () ->
            arguments(
                allowed,
                List.of("Origin"),
                List.of(PolicyProblem.forbiddenRequestHeader("Origin"))),
        () ->
            arguments(
                allowed,
                List.of("sec-fetch-site"),
                List.of(PolicyProblem.forbiddenRequestHeader("sec-fetch-site"))),
        () ->
            arguments(
                allowed,
                List.of("Cookie", "Access-Control-Request-Method", "Access-Control-Max-Age"),
                List.of(
                    PolicyProblem.forbiddenRequestHeader("Cookie"),
                    PolicyProblem.forbiddenRequestHeader("Access-Control-Request-Method"),
                    ProblemKind.RESPONSE_HEADER_ALLOWED.of("Access-Control-Max-Age"))),
        () ->
            arguments(
                exposed,
                List.of("(derived)", "set-cookie2"),
                List.of(
                    ProblemKind.DERIVED_EXPOSED.of("(derived)"),
                    ProblemKind.FORBIDDEN_RESPONSE_HEADER.of("set-cookie2"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("wrong")
  void what_cannot_be_meant_is_reported(
      Member member, List<String> values, List<PolicyProblem> expected) {
    List<PolicyProblem> problems = new ArrayList<>();
    if (member == Member.ALLOWED_HEADERS) {
      AllowedHeaders.parse(values, problems::add);
    } else {
      ExposedHeaders.parse(values, problems::add);
    }
    assertThat(problems).containsExactlyElementsOf(expected);
  }

  @Test
  void what_the_resource_declares_goes_before_what_is_added() {
    List<HeaderName> declared = List.of(HeaderName.of("Content-Type"), HeaderName.of("X-Api-Key"));
    assertThat(resolved(List.of("X-Trace", "(derived)"), declared))
        .isEqualTo("Content-Type, X-Api-Key, X-Trace");
    assertThat(resolved(List.of("(derived)", "content-type"), declared))
        .isEqualTo("Content-Type, X-Api-Key");
  }

  @Test
  void what_the_resource_declares_does_not_widen_a_list() {
    List<HeaderName> declared = List.of(HeaderName.of("X-Api-Key"));
    assertThat(resolved(List.of("X-Trace"), declared)).isEqualTo("X-Trace");
    assertThat(resolved(List.of("(none)"), declared)).isEmpty();
  }

  private static String resolved(List<String> values, List<HeaderName> declared) {
    return AllowedHeaders.parse(values, new ArrayList<PolicyProblem>()::add)
        .resolvedWith(declared)
        .names()
        .joined();
  }
}
