package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SameOriginTest {

  private static final String SECURE = "https://api.example.com/orders?q=1";
  private static final String INTERNAL = "http://10.0.0.7:8080/orders";
  private static final String PUBLIC = "Origin: https://api.example.com";

  private static final SameOrigin TRUSTING = new SameOrigin(RequestHost.FORWARDED, Set.of());

  static Stream<Arguments> same() {
    return Stream.of(
        row(SECURE, "Origin: https://api.example.com"),
        row("https://API.example.com:443/orders", "Origin: https://api.example.com"),
        row("http://api.example.com:8080/", "Origin: http://api.example.com:8080"),
        row("http://my_host/", "Origin: http://my_host"),
        row("http://[::1]:8080/", "Origin: http://[::1]:8080"),
        row(INTERNAL, "Origin: http://intranet:8080", "Host: intranet:8080"),
        row(INTERNAL, "Origin: http://intranet", "Host: Intranet:80"),
        row(INTERNAL, "Origin: http://[2001:db8::1]:8080", "Host: [2001:db8::1]:8080"),
        row("https://10.0.0.7:8443/", "Origin: https://intranet", "Host: intranet:443"),
        row("https://10.0.0.7:8443/", "Origin: https://intranet:80", "Host: intranet:80"),
        row(SECURE, "Origin: https://public.example", "Sec-Fetch-Site: same-origin"),
        row(SECURE, "Origin: null", "Sec-Fetch-Site: same-origin"));
  }

  static Stream<Arguments> other() {
    return Stream.of(
        row(SECURE, "Origin: https://evil.example"),
        row(SECURE, "Origin: http://api.example.com"),
        row(SECURE, "Origin: https://api.example.com:8443"),
        row(SECURE, "Origin: https://api.example.com/"),
        row(SECURE, "Origin: null"),
        row(SECURE, "Origin: https://api.example.com", "Origin: https://evil.example"),
        row(SECURE, "Origin: https://evil.example", "Sec-Fetch-Site: same-site"),
        row(SECURE, "Origin: https://evil.example", "Sec-Fetch-Site: cross-site"),
        row(
            SECURE,
            "Origin: https://evil.example",
            "Sec-Fetch-Site: same-origin",
            "Sec-Fetch-Site: cross-site"),
        row(INTERNAL, "Origin: http://intranet", "Host: intranet:8080"),
        row(INTERNAL, "Origin: https://intranet:8080", "Host: intranet:8080"),
        row(INTERNAL, "Origin: http://intranet", "Host: intranet", "Host: evil.example"),
        row(INTERNAL, "Origin: http://intranet", "Host: evil@intranet"),
        row(INTERNAL, "Origin: http://intranet", "Host: "),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;host=api.example.com"),
        row(INTERNAL, PUBLIC, "X-Forwarded-Host: api.example.com", "X-Forwarded-Proto: https"),
        row("/orders", "Origin: https://api.example.com"),
        row("/orders", "Origin: ://"),
        row(SECURE));
  }

  static Stream<Arguments> sameBehindProxy() {
    return Stream.of(
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;host=api.example.com"),
        row(INTERNAL, PUBLIC, "Forwarded: for=1.2.3.4;Host=\"API.example.com:443\";Proto=HTTPS"),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;host=api.example.com, host=gate.internal"),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;host=api.example.com", "Forwarded: host=x"),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https", "Host: api.example.com"),
        row(INTERNAL, PUBLIC, "X-Forwarded-Host: api.example.com", "X-Forwarded-Proto: https"),
        row(INTERNAL, PUBLIC, "X-Forwarded-Proto: https, http", "Host: api.example.com"),
        row(
            INTERNAL,
            PUBLIC + ":8443",
            "X-Forwarded-Host: api.example.com",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 8443"),
        row(
            INTERNAL,
            PUBLIC,
            "X-Forwarded-Host: api.example.com",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 443"),
        row(INTERNAL, PUBLIC, "Forwarded: host=api.example.com", "X-Forwarded-Proto: https"),
        row(SECURE, PUBLIC));
  }

  static Stream<Arguments> otherBehindProxy() {
    return Stream.of(
        row(INTERNAL, "Origin: https://evil.example", "Forwarded: host=api.example.com"),
        // Anyone on the network speaks for the name over plain http.
        row(
            INTERNAL,
            "Origin: http://api.example.com",
            "Host: api.example.com",
            "X-Forwarded-Proto: https"),
        row(
            INTERNAL,
            "Origin: http://10.0.0.7:8080",
            "Host: 10.0.0.7:8080",
            "Forwarded: proto=https;host=api.example.com"),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;host=\"api.example.com"),
        row(INTERNAL, PUBLIC, "Forwarded: proto=https;for=\";host=api.example.com\";host=x"),
        row(INTERNAL, PUBLIC, "Forwarded: host=gate.internal, proto=https;host=api.example.com"),
        row(INTERNAL, PUBLIC, "X-Forwarded-Host: api.example.com", "X-Forwarded-Proto: wss"));
  }

  private static Arguments row(String uri, String... lines) {
    return arguments(uri, lines);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("same")
  void it_is_what_the_browser_says_or_the_origin_that_the_request_is_sent_to(
      String uri, String[] lines) {
    assertThat(SameOrigin.UNLISTED.sent(Fakes.request("POST", uri, lines), RestReader.INSTANCE))
        .isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("other")
  void all_else_is_another_origin(String uri, String[] lines) {
    assertThat(SameOrigin.UNLISTED.sent(Fakes.request("POST", uri, lines), RestReader.INSTANCE))
        .isFalse();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("sameBehindProxy")
  void behind_a_proxy_that_is_believed_it_is_what_the_proxy_was_asked_for(
      String uri, String[] lines) {
    assertThat(TRUSTING.sent(Fakes.request("POST", uri, lines), RestReader.INSTANCE)).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("otherBehindProxy")
  void behind_a_proxy_that_is_believed_it_is_nothing_else(String uri, String[] lines) {
    assertThat(TRUSTING.sent(Fakes.request("POST", uri, lines), RestReader.INSTANCE)).isFalse();
  }

  @Test
  void it_is_what_configuration_lists() {
    SameOrigin listing =
        new SameOrigin(RequestHost.REQUESTED, Set.of("https://registry.example.com"));

    assertThat(
            listing.sent(
                Fakes.request("PUT", INTERNAL, "Origin: https://registry.example.com"),
                RestReader.INSTANCE))
        .isTrue();
    assertThat(
            listing.sent(
                Fakes.request("PUT", INTERNAL, "Origin: http://registry.example.com"),
                RestReader.INSTANCE))
        .isFalse();
  }
}
