package dev.jaxrscors.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.Danger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which origins are too delicate for credentials or production, and how that is waived. */
class OriginChecksTest {

  @ParameterizedTest(name = "{0}: {1} with credentials, {2} in production")
  @CsvSource({
    "https://a.example,        fine,    fine",
    "https://*.a.example,      fine,    fine",
    "http://a.example,         refused, insecure",
    "http://*.a.example,       refused, insecure",
    "http://a.example:*,       refused, insecure",
    "http://192.0.2.1,         refused, insecure",
    "http://localhost,         fine,    loopback",
    "http://localhost:*,       fine,    loopback",
    "http://*.localhost:3000,  fine,    loopback",
    "https://localhost:8443,   fine,    loopback",
    "http://127.0.0.1:3000,    fine,    loopback",
    "'http://[::1]:3000',      fine,    loopback",
    "capacitor://localhost,    fine,    fine",
    "chrome-extension://abcd,  fine,    fine",
    "safari-web-extension://A, fine,    fine",
    "app://.,                  fine,    fine",
    "app://,                   fine,    fine",
    "null,                     refused, fine",
    "file://,                  refused, fine",
    "*,                        refused, fine",
    "(none),                   fine,    fine",
  })
  void an_origin_is_checked_for_who_can_speak_for_it(
      String origin, String withCredentials, String inProduction) {
    assertThat(problemsWithCredentials(origin)).isEqualTo(withCredentials);
    assertThat(problemsInProduction(Policy.builder().origins(origin))).isEqualTo(inProduction);
  }

  @Test
  void each_check_of_production_is_waived_by_its_own_name() {
    Policy.Builder builder = Policy.builder().origins("http://a.example", "http://localhost");
    assertThat(problemsInProduction(builder)).isEqualTo("insecure, loopback");
    assertThat(problemsInProduction(builder.dangerously(Danger.INSECURE_ORIGINS)))
        .isEqualTo("loopback");
    assertThat(problemsInProduction(builder.dangerously(Danger.LOOPBACK_ORIGINS)))
        .isEqualTo("fine");
  }

  @Test
  void plain_http_with_credentials_is_waived_by_name() {
    Policy policy =
        Policy.builder()
            .origins("http://a.example")
            .credentials(Credentials.ALLOW)
            .dangerously(Danger.INSECURE_ORIGINS)
            .build();
    assertThat(policy.allowsCredentials()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Danger.class)
  void nothing_waives_any_or_the_opaque_origin_with_credentials(Danger waiver) {
    assertThat(
            problems(
                Policy.builder()
                    .origins("*", "null", "file://")
                    .credentials(Credentials.ALLOW)
                    .dangerously(waiver)))
        .containsExactly(
            ProblemKind.ANY_ORIGIN_WITH_CREDENTIALS.of(),
            ProblemKind.OPAQUE_ORIGIN_WITH_CREDENTIALS.of(),
            ProblemKind.FILE_ORIGIN_WITH_CREDENTIALS.of());
  }

  private static String problemsWithCredentials(String origin) {
    return problems(Policy.builder().origins(origin).credentials(Credentials.ALLOW)).isEmpty()
        ? "fine"
        : "refused";
  }

  private static List<PolicyProblem> problems(Policy.Builder builder) {
    try {
      builder.build();
      return List.of();
    } catch (InvalidPolicyException e) {
      return e.problems();
    }
  }

  private static String problemsInProduction(Policy.Builder builder) {
    List<String> kinds =
        builder.build().problemsInProduction().stream()
            .map(p -> p.kind() == ProblemKind.INSECURE_IN_PRODUCTION ? "insecure" : "loopback")
            .toList();
    return kinds.isEmpty() ? "fine" : String.join(", ", kinds);
  }
}
