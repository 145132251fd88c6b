package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import dev.jaxrscors.policy.Policy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reviewer is shown first. */
class HazardTest {

  @ParameterizedTest
  @CsvSource({
    "*, ANY_ORIGIN",
    "null, NULL_ORIGIN",
    "file://, FILE_ORIGIN",
    "http://a.example, INSECURE_ORIGIN",
    "http://*.a.example, INSECURE_ORIGIN WILDCARD",
    "https://*.a.example, WILDCARD",
    "https://a.example:*, WILDCARD",
    "http://localhost:3000, LOOPBACK",
    "http://127.0.0.1, LOOPBACK",
    "http://localhost:*, WILDCARD LOOPBACK",
    "https://a.example, ''",
    "chrome-extension://abc, ''"
  })
  void each_kind_of_origin_has_its_own(String pattern, String names) {
    assertThat(Hazard.of(List.of(pattern))).map(Hazard::name).containsExactly(words(names));
  }

  private static String[] words(String names) {
    return Arrays.stream(names.split(" ", -1)).filter(n -> !n.isEmpty()).toArray(String[]::new);
  }

  @Test
  void a_hazard_marks_the_origins_that_it_is_about() {
    assertThat(Hazard.WILDCARD.marks("https://*.a.example")).isTrue();
    assertThat(Hazard.WILDCARD.marks("https://a.example")).isFalse();
  }

  @Test
  void those_of_a_policy_are_told_the_graver_first() {
    Policy policy =
        Policy.builder()
            .origins("https://a.example")
            .originSource((origin, target) -> false)
            .credentials(Credentials.ALLOW)
            .dangerously(Danger.values())
            .build();
    assertThat(Hazard.of(policy, Set.of(Hazard.INSECURE_ORIGIN, Hazard.WILDCARD)))
        .containsExactly(
            Hazard.INSECURE_ORIGIN,
            Hazard.WAIVED_INSECURE_ORIGINS,
            Hazard.WAIVED_PUBLIC_SUFFIXES,
            Hazard.WAIVED_LOOPBACK_ORIGINS,
            Hazard.CREDENTIALS,
            Hazard.SOURCE,
            Hazard.WILDCARD);
  }

  @Test
  void any_header_is_one_unless_nobody_may_call() {
    Policy anyone = Policy.builder().origins("https://a.example").allowedHeaders("*").build();
    Policy nobody = Policy.builder().origins(CorsPolicy.NONE).allowedHeaders("*").build();
    assertThat(Hazard.of(anyone, Set.of())).containsExactly(Hazard.ANY_HEADER);
    assertThat(Hazard.of(nobody, Set.of())).isEmpty();
  }

  @Test
  void a_closed_policy_has_none() {
    Policy closed = Policy.builder().origins("https://a.example").build();
    assertThat(Hazard.of(closed, Set.of())).isEmpty();
  }

  @Test
  void what_anyone_can_abuse_is_grave() {
    assertThat(Arrays.stream(Hazard.values()).filter(Hazard::isGrave))
        .containsExactly(
            Hazard.ANY_ORIGIN,
            Hazard.NULL_ORIGIN,
            Hazard.FILE_ORIGIN,
            Hazard.INSECURE_ORIGIN,
            Hazard.WAIVED_INSECURE_ORIGINS,
            Hazard.WAIVED_PUBLIC_SUFFIXES,
            Hazard.WAIVED_LOOPBACK_ORIGINS);
  }

  @Test
  void those_of_single_origins_name_them() {
    assertThat(Arrays.stream(Hazard.values()).filter(Hazard::isOfSomeOrigins))
        .containsExactly(Hazard.INSECURE_ORIGIN, Hazard.WILDCARD, Hazard.LOOPBACK);
  }
}
