package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPatternTest {
  private static OriginPattern pattern(String text) {
    return OriginPattern.parse(text);
  }

  private static Origin origin(String text) {
    return requireNonNull(Origin.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # text,                          scheme,    host,              subdomains, ports, port
          https://app.example.com,         https,     app.example.com,   false,      false, 443
          http://app.example.com,          http,      app.example.com,   false,      false, 80
          https://app.example.com:8443,    https,     app.example.com,   false,      false, 8443
          https://app.example.com:*,       https,     app.example.com,   false,      true,  -1
          https://*.example.com,           https,     example.com,       true,       false, 443
          https://*.example.com:8443,      https,     example.com,       true,       false, 8443
          https://*.example.com:*,         https,     example.com,       true,       true,  -1
          http://localhost:3000,           http,      localhost,         false,      false, 3000
          http://localhost:*,              http,      localhost,         false,      true,  -1
          http://*.localhost,              http,      localhost,         true,       false, 80
          http://*.localhost:*,            http,      localhost,         true,       true,  -1
          https://*.com,                   https,     com,               true,       false, 443
          http://127.0.0.1:8080,           http,      127.0.0.1,         false,      false, 8080
          http://127.0.0.1:*,              http,      127.0.0.1,         false,      true,  -1
          http://[::1]:8080,               http,      [::1],             false,      false, 8080
          http://[::1]:*,                  http,      [::1],             false,      true,  -1
          https://[2001:db8::1],           https,     [2001:db8::1],     false,      false, 443
          capacitor://localhost,           capacitor, localhost,         false,      false, -1
          capacitor://localhost:*,         capacitor, localhost,         false,      true,  -1
          app+x-y.z://host_name,           app+x-y.z, host_name,         false,      false, -1
          safari-web-extension://AF1F-2B,  safari-web-extension, AF1F-2B, false,     false, -1
          app://.,                         app,       .,                 false,      false, -1
          app://.:*,                       app,       .,                 false,      true,  -1
          app://Foo:8080,                  app,       Foo,               false,      false, 8080
          app://,                          app,       '',                false,      false, -1
          file://,                         file,      '',                false,      false, -1
          app://a%20b!c~d,                 app,       a%20b!c~d,         false,      false, -1
          https://*.xn--bcher-kva.example, https,     xn--bcher-kva.example, true,   false, 443
          https://my_app.example.com,      https,     my_app.example.com, false,     false, 443
          https://*.1and1.example,         https,     1and1.example,     true,       false, 443
          ws://x.example,                  ws,        x.example,         false,      false, 80
          wss://x.example:80,              wss,       x.example,         false,      false, 80
          """)
  void a_pattern_has_a_scheme_a_host_and_a_port(
      String text, String scheme, String host, boolean subdomains, boolean ports, int port) {
    OriginPattern pattern = pattern(text);
    assertThat(pattern.scheme()).isEqualTo(scheme);
    assertThat(pattern.host()).hasToString(host);
    assertThat(pattern.hasAnySubdomain()).isEqualTo(subdomains);
    assertThat(pattern.hasAnyPort()).isEqualTo(ports);
    assertThat(pattern.port()).isEqualTo(port);
    assertThat(pattern.isExact()).isEqualTo(!subdomains && !ports);
    assertThat(pattern.isAny()).isFalse();
    assertThat(pattern.isOpaque()).isFalse();
    assertThat(pattern).hasToString(text);
  }

  @Nested
  class The_asterisk {
    private final OriginPattern any = pattern("*");

    @Test
    void is_every_origin() {
      assertThat(any.isAny()).isTrue();
      assertThat(any.isExact()).isFalse();
      assertThat(any.isOpaque()).isFalse();
      assertThat(any.isLoopback()).isFalse();
      assertThat(any.hasAnyPort()).isFalse();
      assertThat(any.hasAnySubdomain()).isFalse();
      assertThat(any.port()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"null", "https://app.example.com", "http://[::1]:8080", "capacitor://localhost"})
    void matches_it(String text) {
      assertThat(any.matches(origin(text))).isTrue();
    }

    @Test
    void has_no_scheme_and_no_host() {
      assertThatIllegalStateException().isThrownBy(any::scheme).withMessageContaining("\"*\"");
      assertThatIllegalStateException().isThrownBy(any::host).withMessageContaining("\"*\"");
    }
  }

  @Nested
  class The_opaque_origin {
    private final OriginPattern opaque = pattern("null");

    @Test
    void is_one_origin() {
      assertThat(opaque.isOpaque()).isTrue();
      assertThat(opaque.isExact()).isTrue();
      assertThat(opaque.isAny()).isFalse();
      assertThat(opaque.isLoopback()).isFalse();
      assertThat(opaque.hasAnyPort()).isFalse();
      assertThat(opaque.hasAnySubdomain()).isFalse();
      assertThat(opaque.port()).isEqualTo(-1);
    }

    @Test
    void has_no_scheme_and_no_host() {
      assertThatIllegalStateException().isThrownBy(opaque::scheme);
      assertThatIllegalStateException().isThrownBy(opaque::host);
    }

    @Test
    void is_matched_by_itself() {
      assertThat(opaque.matches(Origin.OPAQUE)).isTrue();
      assertThat(opaque.matches(origin("https://null"))).isFalse();
      assertThat(opaque.matches(origin("https://app.example.com"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://null",
          "https://*.null",
          "https://app.example.com",
          "https://*.example.com:*",
          "http://localhost:*"
        })
    void is_never_covered_by_another_pattern(String text) {
      assertThat(pattern(text).matches(Origin.OPAQUE)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://app.example.com,      https://app.example.com
          https://app.example.com:8443, https://app.example.com:8443
          https://app.example.com:*,    https://app.example.com
          https://app.example.com:*,    https://app.example.com:1
          https://app.example.com:*,    https://app.example.com:8443
          https://app.example.com:*,    https://app.example.com:65535
          https://*.example.com,        https://a.example.com
          https://*.example.com,        https://a.b.example.com
          https://*.example.com,        https://a.b.c.d.e.f.g.example.com
          https://*.example.com,        https://my_app.example.com
          https://*.example.com,        https://-.example.com
          https://*.example.com,        https://xn--bcher-kva.example.com
          https://*.example.com,        https://example.com.example.com
          https://*.example.com,        https://123.example.com
          https://*.example.com:8443,   https://a.example.com:8443
          https://*.example.com:*,      https://a.example.com
          https://*.example.com:*,      https://a.b.example.com:8080
          https://*.com,                https://example.com
          http://*.localhost:*,         http://app.localhost:3000
          http://localhost:*,           http://localhost
          http://localhost:*,           http://localhost:3000
          http://127.0.0.1:*,           http://127.0.0.1:9999
          http://[::1]:*,               http://[::1]:9999
          https://[2001:db8::1],        https://[2001:db8::1]
          capacitor://localhost,        capacitor://localhost
          capacitor://localhost:*,      capacitor://localhost
          capacitor://localhost:*,      capacitor://localhost:80
          app://.,                      app://.
          app://.:*,                    app://.:80
          app://Foo:*,                  app://Foo
          qrc://,                       qrc://
          file://,                      file://
          """)
  void a_pattern_matches_the_origins_it_means(String pattern, String origin) {
    assertThat(pattern(pattern).matches(origin(origin))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # another scheme
          https://app.example.com,      http://app.example.com
          http://app.example.com,       https://app.example.com
          https://*.example.com,        http://a.example.com
          https://*.example.com:*,      http://a.example.com:443
          capacitor://localhost,        xcapacitor://localhost
          capacitor://localhost,        http://localhost
          # another host
          https://app.example.com,      https://example.com
          https://app.example.com,      https://www.example.com
          https://app.example.com,      https://x.app.example.com
          https://app.example.com,      https://xapp.example.com
          https://app.example.com,      https://app.example.comx
          https://app.example.com,      https://app.example.com.evil.com
          https://app.example.com,      https://appxexample.com
          https://my_app.example.com,   https://myxapp.example.com
          http://127.0.0.1,             http://127.0.0.2
          http://127.0.0.1,             http://localhost
          http://[::1],                 http://[::2]
          http://[::1],                 http://localhost
          # the apex is no subdomain of itself
          https://*.example.com,        https://example.com
          https://*.example.com:*,      https://example.com:8443
          http://*.localhost,           http://localhost
          # look-alikes of subdomains
          https://*.example.com,        https://evilexample.com
          https://*.example.com,        https://a.evilexample.com
          https://*.example.com,        https://example.com.evil.com
          https://*.example.com,        https://a.example.com.evil.com
          https://*.example.com,        https://a.example.community
          https://*.example.com,        https://a-example.com
          https://*.example.com,        https://a.example.co
          https://*.example.com,        https://com
          https://*.com,                https://com
          # another port
          https://app.example.com,      https://app.example.com:444
          https://app.example.com,      https://app.example.com:4430
          https://app.example.com,      https://app.example.com:80
          https://app.example.com:8443, https://app.example.com
          https://app.example.com:8443, https://app.example.com:844
          https://app.example.com:8443, https://app.example.com:18443
          https://*.example.com,        https://a.example.com:8443
          https://*.example.com:8443,   https://a.example.com
          https://*.example.com:8443,   https://a.example.com:8444
          capacitor://localhost,        capacitor://localhost:80
          capacitor://localhost:80,     capacitor://localhost
          # the case of an opaque host counts, and no sign in it stands for another
          app://Foo,                    app://foo
          app://foo,                    app://Foo
          app://.,                      app://x
          app://.,                      app://
          app://,                       app://.
          app://a.b,                    app://axb
          app://a%2Eb,                  app://a.b
          app://a%2Eb,                  app://a%2eb
          app://a,                      app://*
          app://a:*,                    app://*
          app://.:*,                    app://x:80
          # any port is not any host
          http://localhost:*,           http://localhost.evil.com
          http://localhost:*,           http://xlocalhost:3000
          http://localhost:*,           http://x.localhost:3000
          """)
  void a_pattern_does_not_match_any_other(String pattern, String origin) {
    assertThat(pattern(pattern).matches(origin(origin))).isFalse();
  }

  /** GHSA-vhxv-fg4m-p2w8: in another library, two hosts with a common end let in a third. */
  @ParameterizedTest
  @ValueSource(
      strings = {"https://batcat", "https://kat", "https://at", "https://catbat", "https://ba"})
  void hosts_with_a_common_end_let_in_no_third(String text) {
    assertThat(pattern("https://bat").matches(origin(text))).isFalse();
    assertThat(pattern("https://cat").matches(origin(text))).isFalse();
  }

  /** Any page that a user opens from disk has it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"null", "https://file", "https://*.file:*", "app://", "filesystem://", "files://"})
  void the_origin_of_pages_from_disk_is_covered_by_no_pattern(String text) {
    assertThat(pattern(text).matches(origin("file://"))).isFalse();
    assertThat(pattern("file://").matches(origin(text.replace("*", "a").replace(":a", ""))))
        .isFalse();
    assertThat(pattern("*").matches(origin("file://"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "capacitor://127.0.0.1, true",
    "app://[::1], true",
    "app://app.localhost, true",
    "app://LOCALHOST, false",
    "app://, false",
    "app://., false",
    "file://, false",
    "http://localhost:3000, true",
    "http://localhost:*, true",
    "http://*.localhost, true",
    "https://app.localhost, true",
    "http://127.0.0.1, true",
    "http://127.1.2.3:*, true",
    "http://[::1]:8080, true",
    "capacitor://localhost, true",
    "https://app.example.com, false",
    "https://localhost.example.com, false",
    "https://*.example.com, false",
    "http://10.0.0.1, false",
    "http://[::2], false",
    "*, false",
    "null, false"
  })
  void a_pattern_is_loopback_by_its_host(String text, boolean loopback) {
    assertThat(pattern(text).isLoopback()).isEqualTo(loopback);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.com",
        "http://localhost:3000",
        "https://192.0.2.1:8443",
        "https://[2001:db8::1]",
        "capacitor://localhost",
        "ws://x",
        "ftp://x:22",
        "moz-extension://6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11",
        "safari-web-extension://AF1F4F2C-2B0B-4F4E-9E7A-0D3F7F1F2A33",
        "app://.",
        "qrc://",
        "file://",
        "null"
      })
  void every_origin_is_a_pattern_for_itself_alone(String text) {
    assertThat(pattern(text).isExact()).isTrue();
    assertThat(pattern(text).matches(origin(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://server", "data://x", "blob://x", "javascript://x"})
  void an_origin_that_browsers_never_send_is_no_pattern_though_it_is_well_formed(String text) {
    assertThat(Origin.parse(text)).isNotNull();
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> pattern(text))
        .satisfies(e -> assertThat(e.word()).isEqualTo(InvalidValueException.Word.FORBIDDEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "**",
        "*.example.com",
        "https://*",
        "https://*.",
        "https://*:*",
        "https://*.*",
        "https://*.*.com",
        "https://app.*.com",
        "https://app*.example.com",
        "https://*example.com",
        "https://**.example.com",
        "https://*.example.com:**",
        "https://*.example.com:8*",
        "https://*.192.0.2.1",
        "https://*.[::1]",
        "*://app.example.com",
        "http*://app.example.com",
        "https://app.example.com/",
        "https://app.example.com/*",
        "https://App.example.com",
        "https://app.example.com:443",
        "https://app.example.com:0",
        "https://app.example.com:65536",
        "https://user@app.example.com",
        "https://b\u00FCcher.example",
        "https://.example.com",
        "https://app..example.com",
        "https://app.example.com.",
        "NULL",
        "null ",
        "https://127.1",
        "https://[::01]",
        "https://a.example,https://b.example",
        "https://*.:*",
        "https://:*",
        "app://:*",
        "app://:80",
        "app://*",
        "app://*.example.com",
        "app://a*b",
        "app://a:8*",
        "app://a,b",
        "app://a;b",
        "app://a b",
        "app://a/b",
        "app://a@b",
        "app://%zz",
        "app://[::01]",
        "APP://a",
        "file://:*",
        "file://*",
        "file:///"
      })
  void what_the_grammar_does_not_admit_is_refused(String text) {
    assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> pattern(text));
  }

  @Test
  void patterns_are_equal_by_their_text() {
    assertThat(pattern("https://*.example.com"))
        .isEqualTo(pattern("https://*.example.com"))
        .hasSameHashCodeAs(pattern("https://*.example.com"))
        .isNotEqualTo(pattern("https://*.example.com:*"))
        .isNotEqualTo(pattern("https://example.com"))
        .isNotEqualTo("https://*.example.com")
        .isNotEqualTo(null);
  }
}
