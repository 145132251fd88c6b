package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "1::",
        "1::1",
        "2001:db8::1",
        "2001:db8::",
        "2001:db8:0:1:1:1:1:1",
        "2001:0:0:1::1",
        "2001:db8::1:0:0:1",
        "1:2:3:4:5:6:7:8",
        "0:1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:0",
        "fe80::1ff:fe23:4567:890a",
        "::ffff:c000:201",
        "64:ff9b::c000:201",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "1::2:0:0:3:4",
        "1:0:0:2::3",
        "::2:3:4:5:6:7",
        "1:2:3:4:5:6::",
        "0:1::",
        "1:0:1::"
      })
  void the_shortest_lower_case_form_is_canonical(String text) {
    assertThat(Ipv6.canonical(text)).isEqualTo(text);
    assertThat(Ipv6.isCanonical("[" + text + "]", 1, text.length() + 1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "0::1, ::1",
    "::0:1, ::1",
    "0::0, ::",
    "1:0:0:0:0:0:0:0, 1::",
    "2001:DB8::1, 2001:db8::1",
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8::1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:0:1::1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001::1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::1:2:3:4:5:6:7, 0:1:2:3:4:5:6:7",
    "::ffff:192.0.2.1, ::ffff:c000:201",
    "::192.0.2.1, ::c000:201",
    "::0.0.0.1, ::1",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "1:2:3:4:5:6:255.255.255.255, 1:2:3:4:5:6:ffff:ffff",
    "::FFFF:7F00:1, ::ffff:7f00:1"
  })
  void every_other_spelling_has_a_canonical_one(String text, String canonical) {
    assertThat(Ipv6.canonical(text)).isEqualTo(canonical);
    assertThat(Ipv6.canonical(canonical)).isEqualTo(canonical);
    assertThat(Ipv6.isCanonical(text, 0, text.length())).isEqualTo(text.equals(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        ":::",
        "::::",
        "1",
        "1:2",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:",
        ":1:2:3:4:5:6:7",
        "1:2:3:4::5:6:7:8",
        "1::2::3",
        "::1::",
        "1:::2",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "g::1",
        "12345::",
        "::12345",
        "::1%eth0",
        "::1%25eth0",
        "::1/64",
        " ::1",
        "::1 ",
        "::-1",
        "::+1",
        "::0x1",
        "192.0.2.1",
        "::192.0.2",
        "::192.0.2.1.1",
        "::192.0.2.256",
        "::192.0.2.01",
        "192.0.2.1::",
        "::192.0.2.1:1",
        "::ffff:0x7f.0.0.1",
        "1:2:3:4:5:6:7:192.0.2.1",
        "::\uFF11",
        "::\u0661",
        "::.",
        "::1.",
        "v1.x",
        "[::1]"
      })
  void what_is_no_address_has_none(String text) {
    assertThat(Ipv6.canonical(text)).isNull();
    assertThat(Ipv6.isCanonical(text, 0, text.length())).isFalse();
  }

  @Test
  void a_text_longer_than_any_canonical_address_is_refused_unread() {
    String text = "0".repeat(40);
    assertThat(Ipv6.isCanonical(text, 0, text.length())).isFalse();
    assertThat(Ipv6.isCanonical(":".repeat(300), 0, 300)).isFalse();
  }

  @Test
  void the_canonical_spelling_of_a_random_address_means_the_same_bytes_to_the_jdk()
      throws UnknownHostException {
    Random random = new Random(6);
    for (int i = 0; i < 5_000; i++) {
      int[] pieces = random.ints(8).map(p -> (p & 3) == 0 ? p >>> 16 : (p & 4) >> 2).toArray();
      String full = full(pieces);
      String canonical = requireNonNull(Ipv6.canonical(full));
      assertThat(InetAddress.getByName(canonical)).isEqualTo(InetAddress.getByName(full));
      assertThat(Ipv6.canonical(canonical)).isEqualTo(canonical);
      assertThat(canonical.length()).isLessThanOrEqualTo(full.replaceAll("\\b0+\\B", "").length());
    }
  }

  @Test
  void of_equally_long_runs_of_zeros_the_first_is_compressed() {
    for (int mask = 0; mask < 256; mask++) {
      int[] pieces = new int[8];
      for (int i = 0; i < 8; i++) {
        pieces[i] = (mask >> i & 1) == 0 ? 0 : 1;
      }
      assertThat(Ipv6.canonical(full(pieces))).isEqualTo(compressedByReplacement(pieces));
    }
  }

  /** Another way to the same text: the longest row of zeros is replaced where it first stands. */
  private static String compressedByReplacement(int[] pieces) {
    StringBuilder plain = new StringBuilder(":");
    for (int piece : pieces) {
      plain.append(Integer.toHexString(piece)).append(':');
    }
    String text = plain.toString();
    for (int run = 8; run >= 2; run--) {
      String zeros = ":" + "0:".repeat(run);
      int at = text.indexOf(zeros);
      if (at >= 0) {
        String left = text.substring(0, at);
        String right = text.substring(at + zeros.length());
        return withoutColonAtEnds(left) + "::" + withoutColonAtEnds(right);
      }
    }
    return withoutColonAtEnds(text);
  }

  private static String withoutColonAtEnds(String text) {
    return text.replaceAll("^:|:$", "");
  }

  private static String full(int[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int piece : pieces) {
      text.append(text.length() == 0 ? "" : ":").append(String.format("%04X", piece));
    }
    return text.toString();
  }
}
