package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsSetupTest {

  private static final Policy EVERYONE = Policy.builder().origins("*").build();
  private static final Policy NOBODY = Policy.builder().origins(CorsPolicy.NONE).build();

  @Test
  void nothing_is_set_at_first() {
    assertThat(CorsSetup.EMPTY.policies()).isEmpty();
    assertThat(CorsSetup.EMPTY.defaultPolicy()).isEmpty();
    assertThat(CorsSetup.EMPTY.preflightStatus()).isEqualTo(204);
    assertThat(CorsSetup.EMPTY.preflightCacheControl()).isEmpty();
    assertThat(CorsSetup.EMPTY.isProduction()).isFalse();
    assertThat(CorsSetup.EMPTY.mapsUnhandledExceptions()).isFalse();
  }

  @Test
  void it_holds_what_is_set() {
    CorsSetup setup =
        CorsSetup.builder()
            .policy("public", EVERYONE)
            .policy("internal-2", NOBODY)
            .defaultPolicy(NOBODY)
            .preflightStatus(200)
            .preflightCacheControl("public, max-age=600")
            .production()
            .mapUnhandledExceptions()
            .build();
    assertThat(setup.policies()).isEqualTo(Map.of("public", EVERYONE, "internal-2", NOBODY));
    assertThat(setup.policyNames()).containsExactly("internal-2", "public");
    assertThat(setup.policy("public")).contains(EVERYONE);
    assertThat(setup.policy("unknown")).isEmpty();
    assertThat(setup.defaultPolicy()).contains(NOBODY);
    assertThat(setup.preflightStatus()).isEqualTo(200);
    assertThat(setup.preflightCacheControl()).isEqualTo("public, max-age=600");
    assertThat(setup.isProduction()).isTrue();
    assertThat(setup.mapsUnhandledExceptions()).isTrue();
  }

  @Test
  void what_is_built_does_not_change_with_its_builder() {
    CorsSetup.Builder builder = CorsSetup.builder().policy("public", EVERYONE);
    CorsSetup setup = builder.build();
    builder.policy("internal", NOBODY);
    assertThat(setup.policyNames()).containsExactly("public");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Public", "my.policy", "a_b", "a b", "*", "ä", "a\n"})
  void a_name_has_lower_case_letters_digits_and_hyphens(String name) {
    assertThat(PolicyName.isValid(name)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorsSetup.builder().policy(name, EVERYONE))
        .withMessageStartingWith("The name of a policy has lower-case letters, digits and hyphens");
  }

  @Test
  void a_name_is_given_once() {
    CorsSetup.Builder builder = CorsSetup.builder().policy("public", EVERYONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.policy("public", NOBODY))
        .withMessage("A policy named \"public\" is there.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 201, 403, 500})
  void a_granted_preflight_has_a_status_that_browsers_take_for_success(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorsSetup.builder().preflightStatus(status))
        .withMessage("The status of granted preflights is 200 or 204, not %d.", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "public\r\nSet-Cookie: a=b", "max-age=6\u00e9"})
  void a_value_of_cache_control_cannot_split_the_response(String fieldValue) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CorsSetup.builder().preflightCacheControl(fieldValue))
        .withMessageStartingWith("A value of Cache-Control is printable ASCII");
  }
}
