package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With one factor for each JVM: what is said here is so whatever the factor is. */
class TextHashTest {

  private static long hash(String text) {
    return TextHash.after(0, text, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "abc", "abcd", "abcde", "https://a.example", "https://app.example:81"})
  void each_character_counts_wherever_it_stands(String text) {
    Set<Long> hashes = new HashSet<>();
    hashes.add(hash(text));
    for (int i = 0; i < text.length(); i++) {
      for (char c = 'A'; c <= 'Z'; c++) {
        hashes.add(hash(text.substring(0, i) + c + text.substring(i + 1)));
      }
    }
    assertThat(hashes).hasSize(1 + 26 * text.length());
  }

  @Test
  void a_part_has_the_hash_of_its_own_text() {
    assertThat(TextHash.after(0, "https://a.example:81", 8, 17)).isEqualTo(hash("a.example"));
    assertThat(TextHash.after(0, "abc", 2, 2)).isZero();
  }

  @Test
  void what_goes_before_counts() {
    assertThat(TextHash.after(1, "a.example", 0, 9)).isNotEqualTo(hash("a.example"));
  }

  /** An attacker could choose such texts, so that all of them are looked for in one place. */
  @Test
  void two_differences_do_not_make_up_for_each_other() {
    assertThat(hash("aaaaaaaa")).isNotEqualTo(hash("aaa\u8061aaa\u8061"));
  }

  @Test
  void of_many_texts_each_has_a_hash_of_its_own() {
    assertThat(
            IntStream.range(0, 50_000).mapToObj(i -> hash("https://" + i + ".example")).distinct())
        .hasSize(50_000);
  }

  /** Tables take the lower bits, of which all of the hash has to decide. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 30, 31, 32, 33, 47, 48, 62, 63})
  void each_bit_of_a_hash_counts_for_its_place_in_a_table(int bit) {
    Random random = new Random(bit);
    long moved =
        random
            .longs(1_000)
            .filter(h -> (TextHash.spread(h) & 0xFFF) != (TextHash.spread(h ^ (1L << bit)) & 0xFFF))
            .count();
    assertThat(moved).isGreaterThan(980);
  }

  @Test
  void hashes_are_spread_over_all_places() {
    long places = new Random(7).longs(50_000).mapToInt(TextHash::spread).distinct().count();
    assertThat(places).isGreaterThan(49_990);
  }
}
