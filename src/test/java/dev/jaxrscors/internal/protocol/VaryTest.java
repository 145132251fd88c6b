package dev.jaxrscors.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryTest {

  private static final String PREFLIGHT =
      "Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  @Test
  void a_preflight_varies_by_all_it_asks() {
    assertThat(Vary.PREFLIGHT.fieldValue()).isEqualTo(PREFLIGHT);
    assertThat(Vary.ORIGIN.fieldValue()).isEqualTo("Origin");
    assertThat(Vary.NOTHING.fieldValue()).isEmpty();
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''                      | ORIGIN  | Origin",
        "' '                     | ORIGIN  | Origin",
        "','                     | ORIGIN  | Origin",
        "Accept                  | ORIGIN  | Accept, Origin",
        "Accept-Encoding, Accept | ORIGIN  | Accept-Encoding, Accept, Origin",
        "Accept,Cookie           | ORIGIN  | Accept, Cookie, Origin",
        "', ,Accept ,'           | ORIGIN  | Accept, Origin",
        "Origin                  | ORIGIN  | Origin",
        "origin                  | ORIGIN  | origin",
        "Accept, ORIGIN, Cookie  | ORIGIN  | Accept, ORIGIN, Cookie",
        "X-Origin                | ORIGIN  | X-Origin, Origin",
        "Original                | ORIGIN  | Original, Origin",
        "*                       | ORIGIN  | *",
        "Accept, *               | ORIGIN  | *",
        "Accept                  | NOTHING | Accept",
        "''                      | NOTHING | ''",
      })
  void a_value_of_another_layer_keeps_its_names_and_gains_those_it_lacks(
      String present, Vary vary, String merged) {
    assertThat(vary.mergedInto(present)).isEqualTo(merged);
  }

  @Test
  void on_a_preflight_too_only_what_lacks_is_added() {
    assertThat(Vary.PREFLIGHT.mergedInto("")).isEqualTo(PREFLIGHT);
    assertThat(Vary.PREFLIGHT.mergedInto(PREFLIGHT)).isEqualTo(PREFLIGHT);
    assertThat(Vary.PREFLIGHT.mergedInto("*")).isEqualTo("*");
    assertThat(Vary.PREFLIGHT.mergedInto("access-control-request-method, Accept"))
        .isEqualTo("access-control-request-method, Accept, Origin, Access-Control-Request-Headers");
  }

  @Test
  void merging_twice_changes_nothing_more() {
    String once = Vary.PREFLIGHT.mergedInto("Accept, origin");
    assertThat(Vary.PREFLIGHT.mergedInto(once)).isEqualTo(once);
  }
}
