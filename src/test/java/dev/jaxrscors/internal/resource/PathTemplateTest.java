package dev.jaxrscors.internal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                     | ''",
        "/                      | ''",
        "orders                 | orders",
        "/orders/               | orders",
        "{id}                   | {}",
        "{ id }                 | {}",
        "orders/{id}/lines/{no} | orders/{}/lines/{}",
        "{id : [0-9]+}          | {:[0-9]+}",
        "{id:[0-9]{2}}          | {:[0-9]{2}}",
        "{id:[0-9]{2,3}}/{x}    | {:[0-9]{2,3}}/{}",
        "{a}-{b}.json           | {}-{}.json",
      })
  void names_of_parameters_do_not_count(String template, String anonymous) {
    assertThat(PathTemplate.anonymous(template)).isEqualTo(anonymous);
  }

  @ParameterizedTest(name = "{0}, {1}, {2} is {3}")
  @CsvSource({
    "'', '', '', /",
    "/, /, '', /",
    "orders, {id}, '', /orders/{id}",
    "/orders/, /{id}/, '', /orders/{id}",
    "api, '', lines, /api/lines",
  })
  void parts_are_joined_by_one_slash(String one, String two, String three, String joined) {
    assertThat(PathTemplate.join(one, two, three)).isEqualTo(joined);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | /",
        "orders/{id}/            | /orders/{id}",
        "orders/{id: \\d+}       | /orders/{id}",
        "orders/{ id : \\d{2} }  | /orders/{id}",
        "{a: [a-z]{2,}:x}/b/{c}  | /{a}/b/{c}",
        "{a}:{b: x y}/c d:e      | /{a}:{b}/c d:e",
      })
  void regular_expressions_of_parameters_are_left_out(String template, String plain) {
    assertThat(PathTemplate.withoutPatterns(template)).isEqualTo(plain);
  }

  @Test
  void a_million_slashes_are_no_more_work_than_they_are_long() {
    assertThat(PathTemplate.join("/".repeat(1_000_000))).isEqualTo("/");
    assertThat(PathTemplate.anonymous("{".repeat(1_000_000))).hasSizeLessThanOrEqualTo(1_000_000);
  }
}
