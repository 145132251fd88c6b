package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {
  private static boolean areNames(String host) {
    return Punycode.areNames(host, 0, host.length());
  }

  /** Of RFC 3492, section 7.1, and of the web. */
  @ParameterizedTest
  @CsvSource({
    "bcher-kva, b\u00FCcher",
    "n3h, \u2603",
    "e1afmkfd, \u043F\u0440\u0438\u043C\u0435\u0440",
    "r8jz45g, \u4F8B\u3048",
    "ihqwcrb4cv8a8dqg056pqjye, \u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587",
    "4dbcagdahymbxekheh6e0a7fei0b, \u05DC\u05DE\u05D4\u05D4\u05DD\u05E4\u05E9\u05D5\u05D8\u05DC\u05D0\u05DE\u05D3\u05D1\u05E8\u05D9\u05DD\u05E2\u05D1\u05E8\u05D9\u05EA",
    "3b-ww4c5e180e575a65lsy2b, 3\u5E74b\u7D44\u91D1\u516B\u5148\u751F",
    "i-7iq, i\u2764",
    "strae-oqa, stra\u00DFe",
    "ls8h, \uD83D\uDCA9"
  })
  void a_name_is_decoded(String encoded, String name) {
    assertThat(Punycode.decode(encoded)).isEqualTo(name);
    assertThat(areNames("xn--" + encoded)).isTrue();
  }

  /** Names which the JDK, with its rules of 2003, would map, and browsers send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xn--strae-oqa.de",
        "xn--fa-hia.de",
        "xn--nxasmm1c.gr",
        "xn--wgv71a119e.jp",
        "a.xn--p1ai",
        "xn--mgbh0fb.xn--kgbechtv",
        "xn--_-8sbzclmxk.example",
        "notxn--f.example",
        "x.xn-f",
        "axn--f"
      })
  void a_host_that_browsers_know_has_names(String host) {
    assertThat(areNames(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xn--",
        "xn---",
        "xn--a-",
        "xn--f",
        "xn--a",
        "xn--99999999",
        "xn--zzzzzzzzzzzz",
        "xn--Bcher-kva",
        "xn--bcher-kv",
        "xn--bcher-",
        "xn--bcher-kva-",
        "xn--_-8sbzclmxK",
        "a.xn--f",
        "xn--f.a",
        "xn--bcher-kva.xn--f"
      })
  void a_host_that_browsers_refuse_has_none(String host) {
    assertThat(areNames(host)).isFalse();
  }

  @Tag("large")
  @Test
  void what_the_jdk_encodes_is_decoded_to_the_same() {
    Random random = new Random(3492);
    int compared = 0;
    for (int i = 0; i < 20_000; i++) {
      String name = randomName(random);
      String encoded = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
      if (encoded.startsWith("xn--") && IDN.toUnicode(encoded, IDN.ALLOW_UNASSIGNED).equals(name)) {
        assertThat(Punycode.decode(encoded.substring(4))).isEqualTo(name);
        assertThat(areNames(encoded)).as(encoded).isTrue();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  private static String randomName(Random random) {
    String letters = "abc-9\u00E4\u00F6\u00FC\u0436\u0438\u03B1\u03B2\u4E2D\u56FD\u3042\uAC00";
    StringBuilder name = new StringBuilder("x");
    for (int c = 1 + random.nextInt(8); c > 0; c--) {
      name.append(letters.charAt(random.nextInt(letters.length())));
    }
    return name.append(random.nextBoolean() ? "\uD83D\uDE00" : "z").toString();
  }

  @Tag("large")
  @Test
  void no_label_of_whatever_characters_throws() {
    Random random = new Random(1);
    String characters = "az09-_bk.";
    for (int i = 0; i < 200_000; i++) {
      StringBuilder label = new StringBuilder("xn--");
      for (int c = random.nextInt(60); c > 0; c--) {
        label.append(characters.charAt(random.nextInt(characters.length())));
      }
      areNames(label.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "bcher-", "-n3h", "kv9", "99999999"})
  void what_encodes_nothing_is_decoded_to_nothing(String encoded) {
    assertThat(Punycode.decode(encoded + "A")).isNull();
  }

  @Test
  void a_hyphen_in_front_ends_no_ascii() {
    assertThat(Punycode.decode("n3h")).isEqualTo("\u2603");
    assertThat(Punycode.decode("-n3h")).isNull();
  }

  @Test
  void a_label_may_stand_at_the_start_of_the_text() {
    assertThat(Punycode.areNames("xn--f.example", 0, 13)).isFalse();
    assertThat(Punycode.areNames("xn--n3h.example", 0, 15)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x80, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF})
  void every_character_of_unicode_is_decoded(int character) {
    assertThat(Punycode.decode(encoded(character))).isEqualTo(Character.toString(character));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, 0x7FFFFFF})
  void surrogates_and_what_is_beyond_unicode_are_not(int character) {
    assertThat(Punycode.decode(encoded(character))).isNull();
  }

  /** Encodes one character alone, as section 6.3 of RFC 3492 does with the first one. */
  private static String encoded(int character) {
    StringBuilder encoded = new StringBuilder();
    int left = character - 0x80;
    for (int k = 36; ; k += 36) {
      int threshold = k <= 72 ? 1 : 26;
      if (left < threshold) {
        return encoded.append(digit(left)).toString();
      }
      encoded.append(digit(threshold + (left - threshold) % (36 - threshold)));
      left = (left - threshold) / (36 - threshold);
    }
  }

  private static char digit(int value) {
    return (char) (value < 26 ? 'a' + value : '0' + value - 26);
  }

  /** However far apart the characters are: the bias depends on it. */
  @Test
  void characters_of_one_name_may_be_any_distance_apart() {
    for (int distance = 1; distance < 1_000; distance++) {
      String name = "ab\u4E00" + (char) (0x4E00 + distance) + "\u9000";
      String encoded = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
      assertThat(Punycode.decode(encoded.substring(4))).isEqualTo(name);
    }
  }
}
