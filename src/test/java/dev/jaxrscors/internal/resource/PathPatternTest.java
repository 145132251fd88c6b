package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which paths a template matches. */
class PathPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " <- ",
      value = {
        "/b <- b",
        "/b <- /b",
        "/b <- b/",
        "/b <- /b;v=1",
        "/b <- //b",
        "/b <- /%62",
        "/ <- ''",
        "/ <- /",
        "/b/{id} <- /b/1",
        "/b/{id} <- /b;v=1/1;w=2/",
        "/b/{id} <- /b/a%2Fb",
        "/b/{id}/c <- /b/1/c",
        "/b/{ id : \\d+ } <- /b/12",
        "/b/{id: \\d{2}} <- /b/12",
        "/b/{id: \\}x\\{} <- /b/}x{",
        "/b/{rest: .*} <- /b/",
        "/b/{rest: .*} <- /b/1/2",
        "/{path: .*} <- /",
        "/{path: .*} <- /b/c",
        "/{a}.{b} <- /x.json",
        "/a+b.c/(d) <- /a+b.c/(d)",
        "/caf\u00e9 <- /caf%C3%A9",
        "/caf%C3%A9 <- /caf%c3%a9",
        "/caf\u00e9/{id} <- /caf%C3%A9/a%2Fb",
        "/a b <- /a%20b",
        "/b/{id} <- /b/%zz",
        "/b/{id} <- /b/%2",
        "/b/{id} <- /b/%",
        "/b/{a: x|y}/c <- /b/y/c",
        "/b/{a:(?i)x}/c <- /b/X/c",
        "{path: .*} <- /b/c",
        "/b/{:[0-9]+} <- /b/12",
      })
  void a_template_matches(String template, String path) {
    assertThat(PathPattern.exact(template).surelyMatches(RequestPath.of(path))).isTrue();
    assertThat(PathPattern.exact(template).mayMatch(RequestPath.of(path))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " <- ",
      value = {
        "/b <- /bc",
        "/b <- /b/c",
        "/b <- /a/b",
        "/b <- /B",
        "/b <- ''",
        "/ <- /b",
        "/b/{id} <- /b",
        "/b/{id} <- /b/",
        "/b/{id} <- /b/1/2",
        "/b/{id: \\d+} <- /b/x",
        "/b/{id: \\d{2}} <- /b/123",
        "/a.b <- /axb",
        "/b/{:[0-9]+} <- /b/x",
        "/b/{a:(?i)x}/c <- /b/X/C",
        "/b/{a: x|y}/c <- /b/x",
      })
  void a_template_does_not_match(String template, String path) {
    assertThat(PathPattern.exact(template).mayMatch(RequestPath.of(path))).isFalse();
    assertThat(PathPattern.exact(template).surelyMatches(RequestPath.of(path))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " <- ",
      value = {
        "/b/{id <- /b/1",
        "/b/{id: [} <- /b/1",
        "/b/{id: [}]} <- /b/}",
        "/b/{id: (} <- /b/1",
        "/b/{id:\\ <- /c",
      })
  void what_cannot_be_read_may_match_and_does_not_surely(String template, String path) {
    assertThat(PathPattern.exact(template).mayMatch(RequestPath.of(path))).isTrue();
    assertThat(PathPattern.exact(template).surelyMatches(RequestPath.of(path))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/b/1, true",
    "/b/1/, true",
    "/b/1/c/d, true",
    "/b/1/c%0Ad, true",
    "/b, false",
    "/c/1, false",
  })
  void a_locator_has_all_below_it(String path, boolean matches) {
    assertThat(PathPattern.withAllBelow("/b/{id}").mayMatch(RequestPath.of(path)))
        .isEqualTo(matches);
  }

  @Test
  void a_locator_at_the_root_has_everything() {
    assertThat(PathPattern.withAllBelow("/").mayMatch(RequestPath.of("/b/c"))).isTrue();
    assertThat(PathPattern.withAllBelow("/").mayMatch(RequestPath.of(""))).isTrue();
  }

  @ParameterizedTest(name = "{1} of {0} in {2} is {3}")
  @CsvSource({
    "/b/{id}, id, /b/1, 1",
    "/b/{ id : [0-9]+ }, id, /b/1, 1",
    "/b/{id}/{no}, no, /b/1/2/, 2",
    "/b/{id}, id, /b/a%20b;v=1, a b",
    "/{a: x|y}/{b}, b, /x/2, 2",
    "/{id}/{id}, id, /1/2, 2",
    "/b/{rest: .*}, rest, /b/, ''",
  })
  void a_parameter_is_what_stands_in_its_place_decoded(
      String template, String name, String path, String value) {
    assertThat(PathPattern.exact(template).parameter(name, RequestPath.of(path))).contains(value);
  }

  @ParameterizedTest(name = "{1} of {0} in {2}")
  @CsvSource({"/b/{id}, no, /b/1", "/b/{id}, id, /c/1", "/b/{id, id, /b/1"})
  void a_parameter_of_another_template_or_path_is_none(String template, String name, String path) {
    assertThat(PathPattern.exact(template).parameter(name, RequestPath.of(path))).isEmpty();
  }

  @Test
  void a_prefix_is_what_is_in_front_and_as_short_as_possible() {
    PathPattern pattern = PathPattern.behindPrefix("/b/{id}");
    assertThat(pattern.prefix("/b/1")).contains("");
    assertThat(pattern.prefix("/a/b/1/")).contains("/a");
    assertThat(pattern.prefix("/b/1/2")).isEmpty();
    assertThat(PathPattern.behindPrefix("/{rest: .*}").prefix("/a/b")).contains("");
    assertThat(PathPattern.behindPrefix("/b/{id").prefix("/b/1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/, 0", "/b, 2", "/b/{id}, 3", "/b/{id: x{2}}/c, 5", "/b/{id, 0"})
  void only_what_belongs_to_no_parameter_is_literal(String template, int literals) {
    assertThat(PathPattern.exact(template).literals()).isEqualTo(literals);
  }
}
