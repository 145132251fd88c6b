package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.fields;
import static dev.jaxrscors.internal.protocol.Judging.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.FakeTarget;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.protocol.Verdict.Denied;
import dev.jaxrscors.internal.protocol.Verdict.Granted;
import dev.jaxrscors.internal.protocol.Verdict.Refuser;
import dev.jaxrscors.policy.Policy;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Preflights of an allowed origin that asks for too much, where every browser sees that by itself:
 * they are answered as if they were granted, so that its console names the method or the header.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-fetch">Fetch, CORS-preflight
 *     fetch</a>
 */
class PreflightLeftToBrowserTest {

  private static final String SITE = "https://app.example.com";
  private static final Target TARGET = new FakeTarget("api.example.com", "/", "PUT");

  static Stream<Arguments> refusals() {
    Supplier<CompiledPolicy> plain =
        () -> endpoint(site().methods("GET", "PUT"), "GET PUT POST DELETE", "X-Api-Key");
    Supplier<CompiledPolicy> any = () -> endpoint(site().allowedHeaders("*"), "PUT PATCH");
    Supplier<CompiledPolicy> none = () -> endpoint(site().allowedHeaders(CorsPolicy.NONE), "PUT");
    Supplier<CompiledPolicy> everyone =
        () -> endpoint(Policy.builder().origins("*"), "PUT", "X-Api-Key");
    Supplier<CompiledPolicy> pattern =
        () -> endpoint(Policy.builder().origins("https://*.example.com"), "PUT");
    Supplier<CompiledPolicy> rule =
        () -> endpoint(Policy.builder().originSource((origin, target) -> true), "PUT");
    return Stream.of(
        row(plain, Reason.METHOD_NOT_ALLOWED, "", "DELETE"),
        row(plain, Reason.METHOD_NOT_ALLOWED, "", "DELETE", "x-api-key"),
        row(plain, Reason.METHOD_NOT_ALLOWED, "", "DELETE", "x-trace"),
        row(plain, Reason.METHOD_NOT_MATCHED, "", "PATCH"),
        row(plain, Reason.METHOD_NOT_MATCHED, "", "put"),
        row(plain, Reason.HEADER_NOT_ALLOWED, "x-trace", "PUT", "x-api-key,x-trace"),
        row(plain, Reason.HEADER_NOT_ALLOWED, "X-Trace", "PUT", "X-Trace"),
        row(plain, Reason.HEADER_NOT_ALLOWED, "x-b", "PUT", "x-api-key", "x-b"),
        row(plain, Reason.HEADER_NOT_ALLOWED, "authorization", "GET", "authorization"),
        row(plain, Reason.HEADER_NOT_ALLOWED, "*", "PUT", "*"),
        row(plain, Reason.METHOD_NOT_ALLOWED, "", "POST", "x-trace"),
        row(any, Reason.METHOD_NOT_MATCHED, "", "DELETE", "x-anything"),
        row(any, Reason.METHOD_NOT_MATCHED, "", "DELETE", "authorization"),
        row(none, Reason.HEADER_NOT_ALLOWED, "content-type", "PUT", "content-type"),
        row(everyone, Reason.METHOD_NOT_MATCHED, "", "DELETE"),
        row(everyone, Reason.HEADER_NOT_ALLOWED, "x-trace", "PUT", "x-trace"),
        row(pattern, Reason.METHOD_NOT_MATCHED, "", "DELETE"),
        row(rule, Reason.HEADER_NOT_ALLOWED, "x-trace", "PUT", "x-trace"));
  }

  private static Arguments row(
      Supplier<CompiledPolicy> endpoint,
      Reason reason,
      String subject,
      String method,
      String... headers) {
    return arguments(reason, subject, method, headers, endpoint);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @MethodSource("refusals")
  void what_a_browser_refuses_by_itself_is_answered_as_what_is_granted(
      Reason reason,
      String subject,
      String method,
      String[] headers,
      Supplier<CompiledPolicy> endpoint) {
    Verdict granted = preflight(endpoint.get(), () -> TARGET, SITE, "PUT");
    Verdict refused = preflight(endpoint.get(), () -> TARGET, SITE, method, headers);

    assertThat(granted).isInstanceOf(Granted.class);
    assertThat(refused)
        .isEqualTo(new Denied(new Denial(reason, subject), granted.headers(), Refuser.BROWSER));
  }

  static Stream<Arguments> echoed() {
    CompiledPolicy echo =
        endpoint(site().allowedHeaders("*").credentials(Credentials.ALLOW), "PUT");
    CompiledPolicy named =
        endpoint(site().allowedHeaders("*", "Authorization").credentials(Credentials.ALLOW), "PUT");
    return Stream.of(
        arguments(echo, "PUT", "x-a,authorization,X-B", "x-a, x-b"),
        arguments(echo, "PUT", "authorization", ""),
        arguments(echo, "PUT", "x-a, Cookie", "x-a"),
        arguments(echo, "PUT", "sec-fetch-site,x-a", "x-a"),
        arguments(echo, "PUT", "*", ""),
        arguments(echo, "PUT", "x-a,*", "x-a"),
        arguments(echo, "DELETE", "x-a,x-b,x-a", "x-a, x-b"),
        arguments(echo, "DELETE", "x-a,authorization,*", "x-a"),
        arguments(echo, "POST", "x-a,authorization", "x-a"),
        arguments(named, "PUT", "authorization,*", "authorization"),
        arguments(named, "DELETE", "authorization,x-a", "authorization, x-a"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("echoed")
  void where_names_are_echoed_it_is_those_asked_for_that_are_allowed(
      CompiledPolicy endpoint, String method, String asked, String answered) {
    Verdict verdict = preflight(endpoint, SITE, method, asked);
    Map<String, String> expected =
        fields(
            "Allow-Origin: " + SITE,
            "Allow-Credentials: true",
            "Allow-Methods: PUT",
            "Allow-Headers: " + answered,
            "Max-Age: 600",
            "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    expected.values().removeIf(String::isEmpty);

    assertThat(verdict)
        .isInstanceOfSatisfying(Denied.class, d -> assertThat(d.isLeftToBrowser()).isTrue());
    assertThat(verdict.headers().asMap()).isEqualTo(expected);
  }

  @Test
  void an_asterisk_is_never_listed_whoever_declares_a_name_like_that() {
    CompiledPolicy endpoint = endpoint(site().credentials(Credentials.ALLOW), "* GET", "X-A", "*");
    Verdict granted = preflight(endpoint, SITE, "GET", "x-a");

    assertThat(granted).isInstanceOf(Granted.class);
    assertThat(granted.headers().allowMethods()).isEqualTo("GET");
    assertThat(granted.headers().allowHeaders()).isEqualTo("X-A");
    assertThat(preflight(endpoint, SITE, "GET", "*"))
        .isEqualTo(
            new Denied(
                new Denial(Reason.HEADER_NOT_ALLOWED, "*"), granted.headers(), Refuser.BROWSER));
    assertThat(preflight(endpoint, SITE, "*"))
        .isEqualTo(
            new Denied(Denial.of(Reason.METHOD_NOT_ALLOWED), granted.headers(), Refuser.BROWSER));
  }

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }
}
