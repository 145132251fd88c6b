package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "127.0.0.1",
        "192.0.2.1",
        "10.0.0.255",
        "255.255.255.255",
        "1.2.3.4",
        "8.8.8.8",
        "100.64.0.1",
        "169.254.169.254"
      })
  void four_decimal_parts_are_canonical(String text) {
    assertThat(Ipv4.isCanonical(text, 0, text.length())).isTrue();
    assertThat(Ipv4.canonical(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        "1",
        "1.2",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4.",
        "1.2.3.4.5",
        "01.2.3.4",
        "1.02.3.4",
        "1.2.3.04",
        "1.2.3.00",
        "256.0.0.1",
        "1.256.0.1",
        "1.2.3.256",
        "1.2.3.1000",
        "0x7f.0.0.1",
        "0x7f000001",
        "2130706433",
        "1.2.3.a",
        "1.2.3.-4",
        "1.2.3.+4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4/8",
        "1.2,3.4",
        "\uFF11.2.3.4",
        "\u0661.2.3.4",
        "4294967297.0.0.1"
      })
  void every_other_spelling_is_not(String text) {
    assertThat(Ipv4.isCanonical(text, 0, text.length())).isFalse();
  }

  @Test
  void only_the_part_asked_for_is_looked_at() {
    String text = "http://192.0.2.1:8080";
    assertThat(Ipv4.isCanonical(text, 7, 16)).isTrue();
    assertThat(Ipv4.isCanonical(text, 7, 15)).isFalse();
    assertThat(Ipv4.isCanonical(text, 7, 17)).isFalse();
    assertThat(Ipv4.isCanonical("1.2.3.4", 0, 5)).isFalse();
  }

  /** Rows from the web platform tests of the URL Standard. */
  @ParameterizedTest
  @CsvSource({
    "127.1, 127.0.0.1",
    "127.0.1, 127.0.0.1",
    "2130706433, 127.0.0.1",
    "0, 0.0.0.0",
    "0x, 0.0.0.0",
    "0x.0x.0, 0.0.0.0",
    "0x7f000001, 127.0.0.1",
    "0x7f.1, 127.0.0.1",
    "0x7f.0.0.0x1, 127.0.0.1",
    "017700000001, 127.0.0.1",
    "0177.0.0.01, 127.0.0.1",
    "192.168.257, 192.168.1.1",
    "192.168.0.1, 192.168.0.1",
    "192.0x00a80001, 192.168.0.1",
    "192.168.010.1, 192.168.8.1",
    "256, 0.0.1.0",
    "4294967295, 255.255.255.255",
    "0xffffffff, 255.255.255.255",
    "037777777777, 255.255.255.255",
    "1.16777215, 1.255.255.255",
    "1.2.65535, 1.2.255.255",
    "00000000000000000000000000000000001, 0.0.0.1"
  })
  void what_browsers_understand_as_an_address_has_a_canonical_spelling(
      String text, String canonical) {
    assertThat(Ipv4.canonical(text)).isEqualTo(canonical);
    assertThat(Ipv4.isCanonical(canonical, 0, canonical.length())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "1..2",
        "1.2.3.4.5",
        "4294967296",
        "0x100000000",
        "1.16777216",
        "1.2.65536",
        "1.2.3.256",
        "256.1",
        "1.256.1",
        "1.2.256.1",
        "08",
        "09.0.0.1",
        "0xg",
        "1.2.3.08",
        "a",
        "a.1",
        "1.a",
        "-1",
        "+1",
        "1.2.3.-4",
        "99999999999999999999999999999999",
        "\uFF11.1",
        "0x1ffffffffffffffff",
        "0x 1"
      })
  void what_is_no_address_to_them_has_none(String text) {
    assertThat(Ipv4.canonical(text)).isNull();
  }

  @Test
  void every_address_in_any_number_of_parts_and_any_radix_means_the_same() {
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      long address = random.nextInt() & 0xFFFF_FFFFL;
      int[] p = new int[4];
      for (int b = 0; b < 4; b++) {
        p[b] = (int) (address >> (24 - 8 * b)) & 255;
      }
      String expected = p[0] + "." + p[1] + "." + p[2] + "." + p[3];
      assertThat(Ipv4.canonical(Long.toString(address))).isEqualTo(expected);
      assertThat(Ipv4.canonical("0x" + Long.toHexString(address))).isEqualTo(expected);
      assertThat(Ipv4.canonical("0" + Long.toOctalString(address))).isEqualTo(expected);
      assertThat(Ipv4.canonical(p[0] + "." + (address & 0xFF_FFFF))).isEqualTo(expected);
      assertThat(Ipv4.canonical(p[0] + "." + p[1] + "." + (address & 0xFFFF))).isEqualTo(expected);
      assertThat(Ipv4.isCanonical(expected, 0, expected.length())).isTrue();
    }
  }
}
