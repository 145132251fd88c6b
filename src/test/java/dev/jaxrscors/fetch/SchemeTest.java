package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeTest {
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, 5",
    "http://app.example.com, 4",
    "h2://app.example.com, 2",
    "x://y, 1",
    "capacitor://localhost, 9",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop, 16",
    "a+b-c.d://x, 7",
    "https://, 5"
  })
  void a_scheme_ends_at_the_colon_before_two_slashes(String text, int end) {
    assertThat(Scheme.end(text)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https",
        "https:",
        "https:/",
        "https:/x",
        "https:x",
        "://x",
        "//x",
        "x",
        ":",
        "1a://x",
        "+a://x",
        "-a://x",
        ".a://x",
        "HTTPS://x",
        "Https://x",
        "httpS://x",
        "ht_tp://x",
        "ht tp://x",
        " http://x",
        "http*://x",
        "*://x",
        "http%73://x",
        "http\u017F://x",
        "\u04BBttp://x",
        "a:b://x",
        "http\u0000://x"
      })
  void another_text_starts_with_none(String text) {
    assertThat(Scheme.end(text)).isEqualTo(-1);
  }

  @Test
  void a_scheme_has_at_most_64_characters() {
    assertThat(Scheme.end("a".repeat(64) + "://x")).isEqualTo(64);
    assertThat(Scheme.end("a".repeat(65) + "://x")).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"http, 80", "ws, 80", "https, 443", "wss, 443", "ftp, 21"})
  void the_special_schemes_of_the_standard_have_a_default_port(String scheme, int port) {
    assertThat(Scheme.defaultPort(scheme + "://x", scheme.length())).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacitor", "ionic", "app", "httpss", "htt", "w", "f", "sftp", "file"})
  void other_schemes_have_none(String scheme) {
    assertThat(Scheme.defaultPort(scheme + "://x", scheme.length())).isEqualTo(Port.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "data", "blob", "javascript"})
  void schemes_whose_origin_browsers_never_send_are_forbidden(String scheme) {
    assertThat(Scheme.isForbidden(scheme + "://x", scheme.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https", "filesystem", "fil", "database", "java", "tauri", "app"})
  void other_schemes_are_not(String scheme) {
    assertThat(Scheme.isForbidden(scheme + "://x", scheme.length())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp", "file", "http", "https", "ws", "wss"})
  void six_schemes_are_special(String scheme) {
    assertThat(Scheme.isSpecial(scheme + "://x", scheme.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"capacitor", "app", "httpss", "htt", "w", "files", "sftp", "data", "a"})
  void no_other_is(String scheme) {
    assertThat(Scheme.isSpecial(scheme + "://x", scheme.length())).isFalse();
  }
}
