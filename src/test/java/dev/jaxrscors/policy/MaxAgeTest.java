package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxAgeTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "600, 600", "86400, 86400", "-1, ''"})
  void a_day_at_most_goes_to_the_browser_as_it_is(int seconds, String fieldValue) {
    List<PolicyProblem> problems = new ArrayList<>();
    assertThat(MaxAge.parse(seconds, problems::add).fieldValue()).isEqualTo(fieldValue);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 86_401, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void all_else_is_a_mistake(int seconds) {
    List<PolicyProblem> problems = new ArrayList<>();
    MaxAge.parse(seconds, problems::add);
    assertThat(problems).containsExactly(PolicyProblem.maxAgeOutOfRange(seconds));
  }
}
