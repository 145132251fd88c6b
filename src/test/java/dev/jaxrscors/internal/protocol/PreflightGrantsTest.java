package dev.jaxrscors.internal.protocol;

import static dev.jaxrscors.internal.protocol.Judging.endpoint;
import static dev.jaxrscors.internal.protocol.Judging.fields;
import static dev.jaxrscors.internal.protocol.Judging.preflight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.internal.protocol.Verdict.Granted;
import dev.jaxrscors.policy.Policy;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Policy, then preflight, then every header field of the grant. */
class PreflightGrantsTest {

  private static final String SITE = "https://app.example.com";
  private static final String VARY =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  static Stream<Arguments> grants() {
    return Stream.of(
        arguments(
            "the defaults: every verb, the declared headers, ten minutes",
            endpoint(site(), "GET HEAD PUT", "Content-Type", "X-Api-Key"),
            new String[] {SITE, "PUT", "content-type,x-api-key"},
            grant(
                "Allow-Origin: " + SITE,
                "Allow-Methods: GET, HEAD, PUT",
                "Allow-Headers: Content-Type, X-Api-Key")),
        arguments(
            "no header is asked for",
            endpoint(site(), "DELETE", "Content-Type"),
            new String[] {SITE, "DELETE"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: DELETE", "Allow-Headers: Content-Type")),
        arguments(
            "headers unsorted, repeated, in another case, over several lines",
            endpoint(site().allowedHeaders("X-A", "X-B"), "PUT"),
            new String[] {SITE, "PUT", "X-b ,\tx-a", "x-B,,"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: PUT", "Allow-Headers: X-A, X-B")),
        arguments(
            "names are added to the declared ones",
            endpoint(site().allowedHeaders(CorsPolicy.DERIVED, "X-Trace"), "PUT", "Content-Type"),
            new String[] {SITE, "PUT", "x-trace"},
            grant(
                "Allow-Origin: " + SITE,
                "Allow-Methods: PUT",
                "Allow-Headers: Content-Type, X-Trace")),
        arguments(
            "no header is allowed",
            endpoint(site().allowedHeaders(CorsPolicy.NONE), "PUT", "Content-Type"),
            new String[] {SITE, "PUT"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: PUT")),
        arguments(
            "credentials",
            endpoint(site().credentials(Credentials.ALLOW), "PUT"),
            new String[] {SITE, "PUT"},
            grant("Allow-Origin: " + SITE, "Allow-Credentials: true", "Allow-Methods: PUT")),
        arguments(
            "an explicit list cuts the verbs, and an asterisk is never sent",
            endpoint(site().methods("PUT", "PATCH"), "GET HEAD PUT DELETE"),
            new String[] {SITE, "PUT"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: PUT")),
        arguments(
            "a listed GET implies HEAD",
            endpoint(site().methods("GET"), "GET HEAD PUT"),
            new String[] {SITE, "HEAD"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: GET, HEAD")),
        arguments(
            "no max-age: the browser's default",
            endpoint(site().maxAge(-1), "PUT"),
            new String[] {SITE, "PUT"},
            fields("Allow-Origin: " + SITE, "Allow-Methods: PUT", VARY)),
        arguments(
            "max-age 0: not to be kept",
            endpoint(site().maxAge(0), "PUT"),
            new String[] {SITE, "PUT"},
            fields("Allow-Origin: " + SITE, "Allow-Methods: PUT", "Max-Age: 0", VARY)),
        arguments(
            "exposed headers are no business of a preflight",
            endpoint(site().exposedHeaders("ETag"), "PUT"),
            new String[] {SITE, "PUT"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: PUT")),
        arguments(
            "a public policy",
            endpoint(Policy.builder().origins("*"), "PUT"),
            new String[] {"https://anyone.example", "PUT"},
            grant("Allow-Origin: *", "Allow-Methods: PUT")),
        arguments(
            "a public policy asked by the opaque origin",
            endpoint(Policy.builder().origins("*"), "PUT"),
            new String[] {"null", "PUT"},
            grant("Allow-Origin: *", "Allow-Methods: PUT")),
        arguments(
            "a public policy asked by what is no origin: nothing depends on it",
            endpoint(Policy.builder().origins("*"), "PUT"),
            new String[] {"https://a!b.example", "PUT"},
            grant("Allow-Origin: *", "Allow-Methods: PUT")),
        arguments(
            "a public policy asked by an empty line",
            endpoint(Policy.builder().origins("*"), "PUT"),
            new String[] {"", "PUT"},
            grant("Allow-Origin: *", "Allow-Methods: PUT")),
        arguments(
            "the opaque origin, spelled out",
            endpoint(Policy.builder().origins("null"), "PUT"),
            new String[] {"null", "PUT"},
            grant("Allow-Origin: null", "Allow-Methods: PUT")),
        arguments(
            "the request's own origin, not the pattern",
            endpoint(Policy.builder().origins("https://*.example.org:*"), "PUT"),
            new String[] {"https://a.b.example.org:8443", "PUT"},
            grant("Allow-Origin: https://a.b.example.org:8443", "Allow-Methods: PUT")),
        arguments(
            "any header, without credentials: a wildcard",
            endpoint(site().allowedHeaders("*"), "PUT", "X-Declared"),
            new String[] {SITE, "PUT", "x-anything,x-else"},
            grant("Allow-Origin: " + SITE, "Allow-Methods: PUT", "Allow-Headers: *")),
        arguments(
            "any header and Authorization, which a wildcard does not cover",
            endpoint(site().allowedHeaders("*", "authorization"), "PUT"),
            new String[] {SITE, "PUT", "authorization"},
            grant(
                "Allow-Origin: " + SITE, "Allow-Methods: PUT", "Allow-Headers: *, Authorization")),
        arguments(
            "any header, with credentials: a wildcard is none, so what was asked for",
            endpoint(site().allowedHeaders("*").credentials(Credentials.ALLOW), "PUT"),
            new String[] {SITE, "PUT", "X-Anything, x-else", "x-anything"},
            grant(
                "Allow-Origin: " + SITE,
                "Allow-Credentials: true",
                "Allow-Methods: PUT",
                "Allow-Headers: x-anything, x-else")),
        arguments(
            "any header, with credentials, and none asked for",
            endpoint(site().allowedHeaders("*").credentials(Credentials.ALLOW), "PUT"),
            new String[] {SITE, "PUT"},
            grant("Allow-Origin: " + SITE, "Allow-Credentials: true", "Allow-Methods: PUT")),
        arguments(
            "any header, with credentials, and Authorization named",
            endpoint(
                site().allowedHeaders("*", "Authorization").credentials(Credentials.ALLOW), "PUT"),
            new String[] {SITE, "PUT", "authorization,x-else"},
            grant(
                "Allow-Origin: " + SITE,
                "Allow-Credentials: true",
                "Allow-Methods: PUT",
                "Allow-Headers: authorization, x-else")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grants")
  void a_grant_has_these_fields_and_no_other(
      String why, CompiledPolicy endpoint, String[] preflight, Map<String, String> expected) {
    String[] headers = Stream.of(preflight).skip(2).toArray(String[]::new);
    Verdict verdict = preflight(endpoint, preflight[0], preflight[1], headers);
    assertThat(verdict).as(why).isInstanceOf(Granted.class);
    assertThat(verdict.headers().asMap()).isEqualTo(expected);
  }

  @Test
  void verbs_are_listed_in_the_order_they_are_given() {
    Verdict verdict = preflight(endpoint(site(), "POST GET PROPFIND"), SITE, "GET");
    assertThat(verdict.headers().allowMethods()).isEqualTo("POST, GET, PROPFIND");
  }

  @Test
  void the_judge_tells_which_headers_every_grant_carries() {
    assertThat(endpoint(site(), "PUT", "X-A", "X-B").allowedHeaders()).isEqualTo("X-A, X-B");
    assertThat(endpoint(site().allowedHeaders("*"), "PUT").allowedHeaders()).isEqualTo("*");
  }

  /** Returns fields with the age that is the default, and with what every answer varies by. */
  private static Map<String, String> grant(String... lines) {
    Stream<String> last = Stream.of("Max-Age: 600", VARY);
    return fields(Stream.concat(Stream.of(lines), last).toArray(String[]::new));
  }

  private static Policy.Builder site() {
    return Policy.builder().origins(SITE);
  }
}
