package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.PolicyName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

  private static final Policy EVERYONE = Policy.builder().origins("*").build();
  private static final Policy LOCAL = Policy.builder().origins("http://localhost:3000").build();
  private static final Policy NOBODY = Policy.builder().origins(CorsPolicy.NONE).build();

  @Test
  void nothing_is_set_at_first() {
    assertThat(Setup.EMPTY.policies().known()).isEmpty();
    assertThat(Setup.EMPTY.defaultPolicy()).isEmpty();
    assertThat(Setup.EMPTY.preflightStatus()).isEqualTo(204);
    assertThat(Setup.EMPTY.preflightCacheControl()).isEmpty();
    assertThat(Setup.EMPTY.problems(LOCAL)).isEmpty();
    assertThat(Setup.EMPTY.mapsUnhandledExceptions()).isFalse();
  }

  @Test
  void it_holds_what_is_set() {
    Setup setup =
        new Setup.Builder()
            .policy("public", EVERYONE)
            .policy("internal-2", NOBODY)
            .defaultPolicy(NOBODY)
            .preflightStatus(200)
            .preflightCacheControl("public, max-age=600")
            .production()
            .mapUnhandledExceptions()
            .build();
    assertThat(setup.policies().inCode())
        .isEqualTo(Map.of("public", EVERYONE, "internal-2", NOBODY));
    assertThat(setup.policies().namesInCode()).containsExactly("internal-2", "public");
    assertThat(setup.policies().find("public").map(ConfiguredPolicy::policy)).contains(EVERYONE);
    assertThat(setup.policies().find("unknown")).isEmpty();
    assertThat(setup.defaultPolicy().map(ConfiguredPolicy::policy)).contains(NOBODY);
    assertThat(setup.preflightStatus()).isEqualTo(200);
    assertThat(setup.preflightCacheControl()).isEqualTo("public, max-age=600");
    assertThat(setup.problems(LOCAL)).hasSize(1);
    assertThat(setup.mapsUnhandledExceptions()).isTrue();
  }

  @Test
  void what_is_built_does_not_change_with_its_builder() {
    Setup.Builder builder = new Setup.Builder().policy("public", EVERYONE);
    Setup setup = builder.build();
    builder.policy("internal", NOBODY);
    assertThat(setup.policies().namesInCode()).containsExactly("public");
  }

  @Test
  void a_value_of_cache_control_has_any_printable_ascii() {
    Setup setup = new Setup.Builder().preflightCacheControl("public, a~b").build();
    assertThat(setup.preflightCacheControl()).isEqualTo("public, a~b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Public", "my.policy", "a_b", "a b", "*", "ä", "a\n"})
  void a_name_has_lower_case_letters_digits_and_hyphens(String name) {
    assertThat(PolicyName.isValid(name)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setup.Builder().policy(name, EVERYONE))
        .withMessageStartingWith("The name of a policy has lower-case letters, digits and hyphens");
  }

  @Test
  void a_name_is_given_once() {
    Setup.Builder builder = new Setup.Builder().policy("public", EVERYONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.policy("public", NOBODY))
        .withMessage("A policy named \"public\" is there.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 201, 403, 500})
  void a_granted_preflight_has_a_status_that_browsers_take_for_success(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setup.Builder().preflightStatus(status))
        .withMessage("The status of granted preflights is 200 or 204, not %d.", status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "public\r\nSet-Cookie: a=b", "max-age=6\u00e9"})
  void a_value_of_cache_control_cannot_split_the_response(String fieldValue) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Setup.Builder().preflightCacheControl(fieldValue))
        .withMessageStartingWith("A value of Cache-Control is printable ASCII");
  }
}
