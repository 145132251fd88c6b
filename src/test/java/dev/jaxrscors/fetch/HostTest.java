package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {
  private static Host host(String text) {
    assertThat(Host.end(text, 0)).as(text).isEqualTo(text.length());
    return new Host(text, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "app.localhost",
        "example.com",
        "app.example.com",
        "a.b.c.d.e.f",
        "x",
        "bat",
        "my_app.example.com",
        "_dmarc.example.com",
        "1and1.example",
        "123.example",
        "r3---sn-25ge7n.example.net",
        "-a.example",
        "a-.example",
        "-",
        "_",
        "xn--bcher-kva.example",
        "xn--r8jz45g.xn--zckzah",
        "0x7g",
        "0xfoo",
        "1a",
        "a1",
        "x0x1",
        "1.2.3.4a",
        "a.0xg",
        "0-0",
        "6b3b6a5e-1f0e-4c52-9b6c-0d3f0b6f7a11"
      })
  void labels_of_letters_digits_hyphens_and_underscores_are_a_domain(String text) {
    assertThat(host(text).kind()).isEqualTo(Host.Kind.DOMAIN);
    assertThat(host(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "192.0.2.1", "255.255.255.255"})
  void four_decimal_parts_are_an_ipv4_address(String text) {
    assertThat(host(text).kind()).isEqualTo(Host.Kind.IPV4);
    assertThat(host(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[::]", "[::1]", "[2001:db8::1]", "[1:2:3:4:5:6:7:8]", "[::ffff:c000:201]"})
  void pieces_in_brackets_are_an_ipv6_address(String text) {
    assertThat(host(text).kind()).isEqualTo(Host.Kind.IPV6);
    assertThat(host(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a.",
        ".a",
        "a..b",
        "example.com.",
        ".example.com",
        "Example.com",
        "exAmple",
        "a b",
        " a",
        "a ",
        "a,b",
        "a/b",
        "a?b",
        "a#b",
        "a\\b",
        "a@b",
        "a%62",
        "a*",
        "*",
        "*.a",
        "**.a",
        "a'b",
        "a\"b",
        "a!b",
        "a(b)",
        "a+b",
        "a=b",
        "a;b",
        "a~b",
        "a\tb",
        "a\nb",
        "a\u0000",
        "b\u00FCcher",
        "\u212Aelvin",
        "\uFF41",
        "a\uFF0Eb",
        "a\u3002b",
        "a\u200Bb",
        "\uD83D\uDE00",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.256",
        "01.2.3.4",
        "a.1",
        "a.b.0x1",
        "0x7f000001",
        "0x",
        "0xff",
        "a.0x",
        "a.007",
        "2130706433",
        "1.2.3.4.",
        "127.0x0.0.1x.1",
        "[",
        "[]",
        "]",
        "[::1",
        "::1",
        "::1]",
        "[::1]]",
        "[[::1]]",
        "[::1]a",
        "[::1].a",
        "[1]",
        "[127.0.0.1]",
        "[::127.0.0.1]",
        "[::FFFF]",
        "[0:0:0:0:0:0:0:1]",
        "[::01]",
        "[::1%251]",
        "[v1.a]",
        "a[::1]"
      })
  void anything_else_is_no_host(String text) {
    assertThat(Host.end(text, 0)).isNotEqualTo(text.length());
  }

  @Test
  void a_host_ends_at_the_colon_before_a_port() {
    assertThat(Host.end("https://example.com:8443", 8)).isEqualTo(19);
    assertThat(Host.end("https://192.0.2.1:8443", 8)).isEqualTo(17);
    assertThat(Host.end("https://[::1]:8443", 8)).isEqualTo(13);
    assertThat(Host.end("https://:8443", 8)).isEqualTo(-1);
  }

  @Test
  void a_label_has_at_most_63_characters() {
    String label = "a".repeat(63);
    assertThat(Host.end(label + ".example", 0)).isEqualTo(71);
    assertThat(Host.end("example." + label, 0)).isEqualTo(71);
    assertThat(Host.end(label + "a.example", 0)).isEqualTo(-1);
    assertThat(Host.end("example." + label + "a", 0)).isEqualTo(-1);
  }

  @Test
  void a_host_has_at_most_253_characters() {
    String domain = "a.".repeat(126) + "b";
    assertThat(domain).hasSize(253);
    assertThat(Host.end(domain, 0)).isEqualTo(253);
    assertThat(Host.end("b" + domain, 0)).isEqualTo(-1);
  }

  /** The ends-in-a-number checker of the URL Standard. */
  @ParameterizedTest
  @CsvSource({
    "1, true",
    "a.1, true",
    "a.09, true",
    "a.0x, true",
    "a.0x1f, true",
    "a.0x1g, false",
    "a.1b, false",
    "a.x1, false",
    "1.a, false",
    "0x1.a, false",
    "1-1, false",
    "1_1, false",
    "0x0x, false",
    "-1, false"
  })
  void a_host_whose_last_label_is_a_number_ends_in_a_number(String text, boolean expected) {
    assertThat(Host.endsInNumber(text, 0, text.length())).isEqualTo(expected);
  }

  @Test
  void the_number_at_the_end_is_looked_for_within_the_host_only() {
    String text = "a.1://x0:80";
    assertThat(Host.endsInNumber(text, 6, 8)).isFalse();
    assertThat(Host.endsInNumber("https://0x7f:80", 8, 12)).isTrue();
    assertThat(Host.endsInNumber("https://80:80", 8, 10)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "app.localhost",
        "a.b.localhost",
        "127.0.0.1",
        "127.0.0.2",
        "127.255.255.255",
        "127.0.0.0",
        "[::1]"
      })
  void the_machine_of_whoever_asks_is_loopback(String text) {
    assertThat(host(text).isLoopback()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "localhost.example.com",
        "notlocalhost",
        "xlocalhost",
        "localhos",
        "my-localhost",
        "localhost.localdomain",
        "127.0.0.1.example.com",
        "128.0.0.1",
        "12.7.0.0",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.0.1",
        "[::]",
        "[::2]",
        "[::1:1]",
        "[1::1]",
        "[::ffff:7f00:1]",
        "127-0-0-1.example.com",
        "127.example"
      })
  void every_other_machine_is_not(String text) {
    assertThat(host(text).isLoopback()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.org, example.org, true",
    "a.b.example.org, example.org, true",
    "a.b.example.org, b.example.org, true",
    "a.org, org, true",
    "example.org, example.org, false",
    "evilexample.org, example.org, false",
    "example.org, a.example.org, false",
    "example.org.evil.com, example.org, false",
    "org, example.org, false",
    "xorg, org, false",
    "a.example.org, example.com, false"
  })
  void a_subdomain_is_one_or_more_labels_longer(String host, String domain, boolean expected) {
    assertThat(host(host).isSubdomainOf(host(domain))).isEqualTo(expected);
  }

  @Test
  void hosts_are_equal_by_their_text() {
    assertThat(host("example.com"))
        .isEqualTo(new Host("https://example.com:1", 8, 19))
        .hasSameHashCodeAs(new Host("https://example.com:1", 8, 19))
        .isNotEqualTo(host("example.org"))
        .isNotEqualTo("example.com")
        .isNotEqualTo(null);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example.com, true",
    "a.b.example.com, true",
    "example.com, false",
    ".example.com, false",
    "xexample.com, false",
    "a.example.org, false"
  })
  void a_subdomain_has_a_label_more(String host, boolean expected) {
    Host domain = new Host("example.com", 0, "example.com".length());
    assertThat(new Host(host, 0, host.length()).isSubdomainOf(domain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a.0xa, true",
    "a.0xf, true",
    "a.0xg, false",
    "a.0x`, false",
    "a.0x, true",
    "a.9, true",
    "a.a, false"
  })
  void digits_at_the_end_are_decimal_or_behind_0x_hexadecimal(String host, boolean expected) {
    assertThat(Host.endsInNumber(host, 0, host.length())).isEqualTo(expected);
  }
}
