package dev.jaxrscors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SameOriginTest {

  private static final String SECURE = "https://api.example.com/orders?q=1";

  static Stream<Arguments> same() {
    return Stream.of(
        row(SECURE, "Origin: https://api.example.com"),
        row("https://API.example.com:443/orders", "Origin: https://api.example.com"),
        row("http://api.example.com:8080/", "Origin: http://api.example.com:8080"),
        row("http://my_host/", "Origin: http://my_host"),
        row("http://[::1]:8080/", "Origin: http://[::1]:8080"),
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
        row("/orders", "Origin: https://api.example.com"),
        row(SECURE));
  }

  private static Arguments row(String uri, String... lines) {
    return arguments(uri, lines);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("same")
  void it_is_what_the_browser_says_or_the_origin_of_the_uri(String uri, String[] lines) {
    assertThat(SameOrigin.isSameOrigin(Fakes.request("POST", uri, lines))).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("other")
  void all_else_is_another_origin(String uri, String[] lines) {
    assertThat(SameOrigin.isSameOrigin(Fakes.request("POST", uri, lines))).isFalse();
  }
}
