package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.fields;
import static dev.jaxrscors.internal.protocol.Judging.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.protocol.Verdict.Denied;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policy, then preflight, then the reason: what goes out is always the same, and grants nothing.
 */
class PreflightDenialsTest {

  private static final String SITE = "https://app.example.com";

  static Stream<Arguments> denials() {
    Supplier<CompiledPolicy> plain =
        () -> endpoint(site().methods("GET", "PUT"), "GET PUT POST DELETE", "X-Api-Key");
    Supplier<CompiledPolicy> any = () -> endpoint(site().allowedHeaders("*"), "PUT");
    Supplier<CompiledPolicy> echo =
        () -> endpoint(site().allowedHeaders("*").credentials(Credentials.ALLOW), "PUT");
    Supplier<CompiledPolicy> everyone = () -> endpoint(Policy.builder().origins("*"), "PUT");
    Supplier<CompiledPolicy> nobody =
        () -> endpoint(Policy.builder().origins(CorsPolicy.NONE), "PUT");
    Supplier<CompiledPolicy> subdomains =
        () -> endpoint(Policy.builder().origins("https://*.example.org"), "PUT");
    return Stream.of(
        denial(plain, Reason.ORIGIN_NOT_ALLOWED, "", "https://evil.example", "PUT"),
        denial(plain, Reason.ORIGIN_NOT_ALLOWED, "", "http://app.example.com", "PUT"),
        denial(plain, Reason.ORIGIN_NOT_ALLOWED, "", "https://app.example.com.evil.example", "PUT"),
        denial(plain, Reason.ORIGIN_NOT_ALLOWED, "", "null", "PUT"),
        denial(nobody, Reason.ORIGIN_NOT_ALLOWED, "", SITE, "PUT"),
        denial(subdomains, Reason.ORIGIN_NOT_ALLOWED, "", "https://example.org", "PUT"),
        denial(subdomains, Reason.ORIGIN_NOT_ALLOWED, "", "https://xexample.org", "PUT"),
        denial(nobody, Reason.ORIGIN_NOT_ALLOWED, "", SITE, "PATCH", "x-trace"),
        denial(plain, Reason.ORIGIN_NOT_ALLOWED, "", "https://evil.example", "DELETE", "x-trace"),
        denial(plain, Reason.MALFORMED_ORIGIN, "", "", "PUT"),
        denial(plain, Reason.MALFORMED_ORIGIN, "", SITE + "/", "PUT"),
        denial(plain, Reason.MALFORMED_ORIGIN, "", "x".repeat(65_536), "PUT"),
        denial(everyone, Reason.MALFORMED_ORIGIN, "", "x".repeat(65_536), "PUT"),
        denial(plain, Reason.METHOD_NOT_ALLOWED, "", SITE, "POST"),
        denial(plain, Reason.METHOD_NOT_ALLOWED, "", SITE, "POST", "x-api-key"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "HEAD"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "post"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "Get", "x-api-key"),
        denial(everyone, Reason.METHOD_NOT_MATCHED, "", SITE, "POST"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, ""),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "TRACE"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "PUT, DELETE"),
        denial(plain, Reason.METHOD_NOT_MATCHED, "", SITE, "P".repeat(65)),
        denial(plain, Reason.HEADERS_MALFORMED, "", SITE, "PUT", "x-api-key x-trace"),
        denial(plain, Reason.HEADERS_MALFORMED, "", SITE, "PUT", "x-api-key\u00e9"),
        denial(plain, Reason.HEADERS_TOO_LONG, "", SITE, "PUT", "x".repeat(8193)),
        denial(plain, Reason.HEADERS_TOO_LONG, "", SITE, "PUT", ",".repeat(1_000_000)),
        denial(plain, Reason.HEADERS_TOO_LONG, "", SITE, "PUT", "a,".repeat(128)),
        denial(plain, Reason.METHOD_NOT_ALLOWED, "", SITE, "DELETE", "x-api-key x-trace"),
        denial(plain, Reason.METHOD_NOT_ALLOWED, "", SITE, "DELETE", "a,".repeat(128)),
        denial(any, Reason.HEADER_NOT_ALLOWED, "authorization", SITE, "PUT", "x-a,authorization"),
        denial(any, Reason.METHOD_NOT_MATCHED, "", SITE, "POST", "authorization"),
        denial(any, Reason.HEADERS_MALFORMED, "", SITE, "PUT", "x y"),
        denial(any, Reason.HEADERS_TOO_LONG, "", SITE, "PUT", "a,".repeat(129)),
        denial(echo, Reason.METHOD_NOT_MATCHED, "", SITE, "POST", "x-a"),
        denial(echo, Reason.HEADERS_MALFORMED, "", SITE, "PUT", "x-a: 1"));
  }

  private static Arguments denial(
      Supplier<CompiledPolicy> endpoint,
      Reason reason,
      String subject,
      String origin,
      String... preflight) {
    String[] headers = Stream.of(preflight).skip(1).toArray(String[]::new);
    return arguments(reason, subject, origin, preflight[0], headers, endpoint);
  }

  @ParameterizedTest(name = "{0} {1}: {3} from {2}")
  @MethodSource("denials")
  void a_refused_preflight_says_nothing_of_the_policy(
      Reason reason,
      String subject,
      String origin,
      String method,
      String[] headers,
      Supplier<CompiledPolicy> endpoint) {
    Verdict verdict = preflight(endpoint.get(), origin, method, headers);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Denied.class,
            denied -> assertThat(denied.denial()).isEqualTo(new Denial(reason, subject)));
    assertThat(verdict.headers().asMap())
        .isEqualTo(
            fields("Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers"));
  }

  @Test
  void the_log_can_ask_for_every_header_that_is_refused() {
    CompiledPolicy plain = endpoint(site(), "PUT", "X-Api-Key");
    assertThat(plain.refusedHeaders(List.of("x-a,X-Api-Key", "X-B, x-a")))
        .containsExactly("x-a", "x-b");
    CompiledPolicy any = endpoint(site().allowedHeaders("*"), "PUT");
    assertThat(any.refusedHeaders(List.of("x-a,authorization"))).containsExactly("authorization");
    assertThat(plain.refusedHeaders(List.of("x a"))).isEmpty();
    assertThat(plain.refusedHeaders(List.of("a,".repeat(200)))).isEmpty();
    assertThat(plain.refusedHeaders(List.of())).isEmpty();
  }

  /**
   * They are told from preflights before a policy is asked; were they not, it would refuse them.
   */
  @Test
  void several_origins_or_methods_are_nobodys() {
    CompiledPolicy endpoint = endpoint(site(), "PUT");
    assertThat(reason(endpoint, List.of(SITE, SITE), List.of("PUT")))
        .isEqualTo(Reason.MALFORMED_ORIGIN);
    assertThat(reason(endpoint, List.of(), List.of("PUT"))).isEqualTo(Reason.MALFORMED_ORIGIN);
    assertThat(reason(endpoint, List.of(SITE), List.of("PUT", "PUT")))
        .isEqualTo(Reason.METHOD_NOT_MATCHED);
    assertThat(reason(endpoint, List.of(SITE), List.of())).isEqualTo(Reason.METHOD_NOT_MATCHED);
  }

  private static Reason reason(
      CompiledPolicy endpoint, List<String> origins, List<String> methods) {
    Preflight preflight = new Preflight(origins, methods, List.of(), Judging.NO_TARGET);
    return ((Denied) endpoint.judge(preflight)).denial().reason();
  }

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }
}
