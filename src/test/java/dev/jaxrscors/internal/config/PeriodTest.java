package dev.jaxrscors.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.policy.InvalidPolicyException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  private static final String KEY = "cors.reload";

  private static Optional<Duration> period(String text) {
    return Period.find(AFile.with(KEY, text), KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "1ms, PT0.001S",
    "500ms, PT0.5S",
    "30s, PT30S",
    "' 5m ', PT5M",
    "2h, PT2H",
    "24h, P1D",
    "86400000ms, P1D",
    "PT30S, PT30S",
    "pt0.001s, PT0.001S",
    "P1D, P1D"
  })
  void it_is_a_number_and_its_unit_or_what_the_standard_of_dates_says(
      String text, Duration period) {
    assertThat(period(text)).contains(period);
  }

  @Test
  void without_the_key_there_is_none() {
    assertThat(Period.find(AFile.with(), KEY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "1d", "30 s", "-30s", "1.5s", "1234567890s", "soon", "PT"})
  void what_has_no_unit_that_is_known_is_no_period(String text) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> period(text))
        .withMessageStartingWith("cors.reload in a file, \"" + text + "\" is invalid")
        .withMessageContaining("it is no period of time; write a number and its unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0ms",
        "0s",
        "PT0.0009S",
        "PT-30S",
        "25h",
        "86400001ms",
        "P1DT0.000000001S",
        "999999999h",
        "PT9223372036854775807S",
        "PT-9223372036854775807S"
      })
  void none_is_shorter_than_a_millisecond_or_longer_than_a_day(String text) {
    assertThatExceptionOfType(InvalidPolicyException.class)
        .isThrownBy(() -> period(text))
        .withMessageContaining("it is not between 1ms and 24h");
  }
}
