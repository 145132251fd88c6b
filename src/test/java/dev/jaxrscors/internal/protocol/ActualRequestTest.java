package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.actual;
import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.fields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy, then request, then every header field of its response, and the reason of a refusal. */
class ActualRequestTest {

  private static final String SITE = "https://app.example.com";
  private static final String EVIL = "https://evil.example";
  private static final String GRANTED = "granted";
  private static final String NOT_ASKED = "not asked";

  static Stream<Arguments> listed() {
    Supplier<CompiledPolicy> endpoint =
        () ->
            endpoint(
                Policy.builder()
                    .origins(SITE)
                    .methods("GET", "PUT")
                    .allowedHeaders("X-Trace")
                    .exposedHeaders("ETag", "Location")
                    .credentials(Credentials.ALLOW),
                "GET HEAD PUT DELETE");
    Map<String, String> grant =
        fields(
            "Allow-Origin: " + SITE,
            "Allow-Credentials: true",
            "Expose-Headers: ETag, Location",
            "Vary: Origin");
    Map<String, String> nothing = fields("Vary: Origin");
    return Stream.of(
        arguments(endpoint, "GET", List.of(SITE), GRANTED, grant),
        arguments(endpoint, "HEAD", List.of(SITE), GRANTED, grant),
        arguments(endpoint, "PUT", List.of(SITE), GRANTED, grant),
        arguments(endpoint, "GET", List.of(), NOT_ASKED, nothing),
        arguments(endpoint, "DELETE", List.of(), NOT_ASKED, nothing),
        arguments(endpoint, "DELETE", List.of(SITE), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "put", List.of(SITE), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "no method", List.of(SITE), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "GET", List.of(EVIL), "ORIGIN_NOT_ALLOWED", nothing),
        arguments(endpoint, "GET", List.of("null"), "ORIGIN_NOT_ALLOWED", nothing),
        arguments(endpoint, "GET", List.of(""), "MALFORMED_ORIGIN", nothing),
        arguments(endpoint, "GET", List.of(SITE + "/"), "MALFORMED_ORIGIN", nothing),
        arguments(endpoint, "GET", List.of(SITE, SITE), "MALFORMED_ORIGIN", nothing),
        arguments(endpoint, "GET", List.of(SITE + ", " + EVIL), "MALFORMED_ORIGIN", nothing),
        arguments(endpoint, "GET", List.of("x".repeat(65_536)), "MALFORMED_ORIGIN", nothing));
  }

  static Stream<Arguments> plain() {
    Supplier<CompiledPolicy> endpoint =
        () -> endpoint(Policy.builder().origins(SITE, "null"), "GET");
    return Stream.of(
        arguments(
            endpoint,
            "GET",
            List.of(SITE),
            GRANTED,
            fields("Allow-Origin: " + SITE, "Vary: Origin")),
        arguments(
            endpoint,
            "GET",
            List.of("null"),
            GRANTED,
            fields("Allow-Origin: null", "Vary: Origin")),
        arguments(endpoint, "PURGE", List.of(), NOT_ASKED, fields("Vary: Origin")));
  }

  static Stream<Arguments> everyone() {
    Supplier<CompiledPolicy> endpoint =
        () -> endpoint(Policy.builder().origins("*").exposedHeaders("*").methods("GET"), "GET PUT");
    Map<String, String> grant = fields("Allow-Origin: *", "Expose-Headers: *");
    Map<String, String> nothing = fields();
    return Stream.of(
        arguments(endpoint, "GET", List.of(EVIL), GRANTED, grant),
        arguments(endpoint, "GET", List.of("null"), GRANTED, grant),
        arguments(endpoint, "GET", List.of(), NOT_ASKED, grant),
        arguments(endpoint, "GET", List.of("not an origin"), GRANTED, grant),
        arguments(endpoint, "GET", List.of("https://example.com."), GRANTED, grant),
        arguments(endpoint, "GET", List.of("file://"), GRANTED, grant),
        arguments(endpoint, "GET", List.of(""), GRANTED, grant),
        // Or a bad request could leave a response without the field in a cache of everybody.
        arguments(endpoint, "GET", List.of(SITE, EVIL), "MALFORMED_ORIGIN", grant),
        arguments(endpoint, "GET", List.of("x".repeat(65_536)), "MALFORMED_ORIGIN", grant),
        arguments(endpoint, "PUT", List.of(EVIL), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "PUT", List.of("not an origin"), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "PUT", List.of(SITE, EVIL), "METHOD_NOT_ALLOWED", nothing),
        arguments(endpoint, "PUT", List.of(), NOT_ASKED, nothing));
  }

  static Stream<Arguments> nobody() {
    Supplier<CompiledPolicy> endpoint =
        () -> endpoint(Policy.builder().origins(CorsPolicy.NONE), "GET");
    return Stream.of(
        arguments(endpoint, "GET", List.of(SITE), "ORIGIN_NOT_ALLOWED", fields("Vary: Origin")),
        arguments(endpoint, "GET", List.of("null"), "ORIGIN_NOT_ALLOWED", fields("Vary: Origin")),
        arguments(endpoint, "GET", List.of(), NOT_ASKED, fields("Vary: Origin")));
  }

  @ParameterizedTest(name = "{3}: {1} from {2}")
  @MethodSource({"listed", "plain", "everyone", "nobody"})
  void a_response_has_these_fields_and_no_other(
      Supplier<CompiledPolicy> endpoint,
      String method,
      List<String> origins,
      String outcome,
      Map<String, String> expected) {
    Verdict verdict = actual(endpoint.get(), method, origins.toArray(String[]::new));
    assertThat(outcome(verdict)).isEqualTo(outcome);
    assertThat(verdict.headers().asMap()).isEqualTo(expected);
  }

  private static String outcome(Verdict verdict) {
    if (verdict instanceof Verdict.Denied denied) {
      assertThat(denied.denial()).isEqualTo(Denial.of(denied.denial().reason()));
      return denied.denial().reason().name();
    }
    return verdict instanceof Verdict.Granted ? GRANTED : NOT_ASKED;
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void every_reason_is_a_clause_whose_subject_is_the_request(Reason reason) {
    assertThat("A request is refused because " + reason.text())
        .matches("A request is refused because [a-z][A-Za-z -]+[a-z]");
  }

  static Stream<Reason> reasons() {
    return Stream.of(Reason.values());
  }
}
