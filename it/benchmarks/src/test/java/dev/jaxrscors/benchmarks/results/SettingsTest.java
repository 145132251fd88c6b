package dev.jaxrscors.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String PROPERTY = "settings.test";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void what_is_not_set_or_empty_has_the_standard_value() {
    assertThat(Settings.positive(PROPERTY, 5)).isEqualTo(5);
    System.setProperty(PROPERTY, "");
    assertThat(Settings.positive(PROPERTY, 5)).isEqualTo(5);
  }

  @Test
  void what_is_set_is_taken() {
    System.setProperty(PROPERTY, "12");
    assertThat(Settings.positive(PROPERTY, 5)).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1.5", "99999999999"})
  void what_is_no_number_from_1_upwards_is_refused(String value) {
    System.setProperty(PROPERTY, value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.positive(PROPERTY, 5))
        .withMessage("settings.test is a number from 1 upwards, not \"" + value + "\"");
  }
}
