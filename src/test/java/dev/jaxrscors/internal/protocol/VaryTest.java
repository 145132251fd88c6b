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
        "''                      | Origin  | Origin",
        "' '                     | Origin  | Origin",
        "','                     | Origin  | Origin",
        "Accept                  | Origin  | Accept, Origin",
        "Accept-Encoding, Accept | Origin  | Accept-Encoding, Accept, Origin",
        "Accept,Cookie           | Origin  | Accept, Cookie, Origin",
        "', ,Accept ,'           | Origin  | Accept, Origin",
        "Origin                  | Origin  | Origin",
        "origin                  | Origin  | origin",
        "Accept, ORIGIN, Cookie  | Origin  | Accept, ORIGIN, Cookie",
        "X-Origin                | Origin  | X-Origin, Origin",
        "Original                | Origin  | Original, Origin",
        "*                       | Origin  | *",
        "Accept, *               | Origin  | *",
        "Accept                  | ''      | Accept",
        "''                      | ''      | ''",
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
