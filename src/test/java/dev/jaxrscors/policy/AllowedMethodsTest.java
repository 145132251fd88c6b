package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.fetch.RequestMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedMethodsTest {

  @ParameterizedTest(name = "{0} {2} {1}")
  @CsvSource({
    "*,        DELETE,   allows",
    "*,        PROPFIND, allows",
    "* *,      DELETE,   allows",
    "GET,      GET,      allows",
    "GET,      HEAD,     allows",
    "HEAD,     GET,      refuses",
    "GET,      POST,     refuses",
    "GET PUT,  PUT,      allows",
    "PUT,      put,      refuses",
    "PUT,      Put,      refuses",
    "PUT,      HEAD,     refuses",
    "PROPFIND, PROPFIND, allows",
  })
  void a_list_allows_what_it_names(String listed, String method, String verdict) {
    assertThat(
            parse(listed.split(" ", -1))
                .allows(Objects.requireNonNull(RequestMethod.parse(method))))
        .isEqualTo(verdict.equals("allows"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "POST GET,         true",
    "HEAD POST,        true",
    "POST PUT,         false",
    "*,                false",
    "POST ${m},        false",
    "POST put,         false",
    "(inherit),        false",
    "'',               false",
  })
  void a_list_leaves_a_method_out_if_nothing_else_is_wrong_with_it(String written, boolean out) {
    RequestMethod put = RequestMethod.of("PUT");
    assertThat(AllowedMethods.leaveOut(List.of(written.split(" ", -1)), put)).isEqualTo(out);
    assertThat(AllowedMethods.leaveOut(List.of(), put)).isFalse();
  }

  @Test
  void an_asterisk_is_no_method() {
    assertThat(parse("*")).isEqualTo(AllowedMethods.ALL);
    assertThat(parse("*").listed()).isEmpty();
    assertThat(parse("GET").isAll()).isFalse();
  }

  @Test
  void every_wrong_value_is_reported_beside_an_asterisk_too() {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedMethods.parse(List.of("*", "get", "CONNECT", "NOT A METHOD"), problems::add);
    assertThat(problems)
        .extracting(PolicyProblem::value)
        .containsExactly("\"get\"", "\"CONNECT\"", "\"NOT A METHOD\"");
  }

  @Test
  void an_asterisk_stands_alone_and_for_no_part_of_a_name() {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedMethods.parse(List.of("GET", "*", "PUT"), problems::add);
    AllowedMethods.parse(List.of("P*"), problems::add);
    assertThat(problems)
        .containsExactly(
            PolicyProblem.asteriskBesideNames(Member.METHODS, List.of("GET", "PUT")),
            ProblemKind.ASTERISK_IN_NAME.of(Member.METHODS, "P*"));
  }

  @Test
  void they_are_equal_in_any_order() {
    assertThat(parse("GET", "PUT"))
        .isEqualTo(parse("PUT", "GET", "PUT"))
        .hasSameHashCodeAs(parse("PUT", "GET"))
        .isNotEqualTo(parse("GET"))
        .isNotEqualTo(parse("*"))
        .isNotEqualTo("GET");
  }

  private static AllowedMethods parse(String... values) {
    List<PolicyProblem> problems = new ArrayList<>();
    AllowedMethods methods = AllowedMethods.parse(Arrays.asList(values), problems::add);
    assertThat(problems).isEmpty();
    return methods;
  }
}
