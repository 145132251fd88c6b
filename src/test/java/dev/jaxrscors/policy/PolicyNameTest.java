package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"shop", "public-api", "2", "-"})
  void a_name_has_lower_case_letters_digits_and_hyphens(String text) {
    assertThat(PolicyName.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop", "public_api", "public api"})
  void what_has_others_is_no_name(String text) {
    assertThat(PolicyName.isValid(text)).isFalse();
    assertThat(PolicyName.problem(text)).isEqualTo(ProblemKind.INVALID_NAME.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost", "*", "a.example"})
  void what_looks_like_an_origin_is_taken_for_one(String text) {
    assertThat(PolicyName.isValid(text)).isFalse();
    assertThat(PolicyName.problem(text)).isEqualTo(ProblemKind.ORIGIN_AS_NAME.of(text));
  }
}
