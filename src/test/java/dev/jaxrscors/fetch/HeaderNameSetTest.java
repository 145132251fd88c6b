package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderNameSetTest {
  private final HeaderNameSet set = set("X-Api-Key", "content-type", "ETag");

  private static HeaderNameSet set(String... names) {
    return HeaderNameSet.of(Stream.of(names).map(HeaderName::of).toList());
  }

  private static boolean contains(HeaderNameSet set, String text) {
    return set.contains(text, 0, text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Api-Key",
        "x-api-key",
        "X-API-KEY",
        "x-aPi-kEy",
        "content-type",
        "Content-Type",
        "ETag",
        "etag",
        "ETAG"
      })
  void a_name_is_contained_in_any_case(String text) {
    assertThat(contains(set, text)).isTrue();
    assertThat(set.contains(HeaderName.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "X-Api-Ke", "X-Api-Keys", "-Api-Key", "XApi-Key", "e-tag", "content"})
  void another_name_is_not(String text) {
    assertThat(contains(set, text)).isFalse();
    assertThat(set.contains(HeaderName.of(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "X-Api-Key ",
        " X-Api-Key",
        "X-Api-Key,",
        "X-Api-\u212Aey",
        "X-Ap\u0131-Key",
        "X-Ap\u0130-Key",
        "etag\u0000",
        "\uFF45tag",
        "x\u2010api\u2010key"
      })
  void a_text_that_is_no_name_is_not_even_where_unicode_folds_it(String text) {
    assertThat(contains(set, text)).isFalse();
  }

  @Test
  void only_the_part_asked_for_is_looked_at() {
    String text = "accept,x-api-key,etag";
    assertThat(set.contains(text, 7, 16)).isTrue();
    assertThat(set.contains(text, 17, 21)).isTrue();
    assertThat(set.contains(text, 6, 16)).isFalse();
    assertThat(set.contains(text, 7, 17)).isFalse();
    assertThat(set.contains(text, 7, 15)).isFalse();
    assertThat(set.contains(text, 7, 7)).isFalse();
  }

  @Test
  void the_names_keep_the_order_and_case_of_their_first_mention() {
    HeaderNameSet repeated = set("X-B", "x-a", "x-b", "X-A", "X-C", "X-B");
    assertThat(repeated.names()).extracting(HeaderName::name).containsExactly("X-B", "x-a", "X-C");
    assertThat(repeated.joined()).isEqualTo("X-B, x-a, X-C");
    assertThat(repeated).hasToString("X-B, x-a, X-C");
  }

  @Test
  void the_empty_set_contains_nothing() {
    HeaderNameSet empty = set();
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.joined()).isEmpty();
    assertThat(empty.names()).isEmpty();
    assertThat(contains(empty, "")).isFalse();
    assertThat(contains(empty, "etag")).isFalse();
    assertThat(set("etag").isEmpty()).isFalse();
  }

  @Test
  void a_set_does_not_change_with_the_list_it_was_made_of() {
    List<HeaderName> names = new ArrayList<>(List.of(HeaderName.of("X-A")));
    HeaderNameSet copy = HeaderNameSet.of(names);
    names.add(HeaderName.of("X-B"));
    assertThat(copy.joined()).isEqualTo("X-A");
    assertThat(contains(copy, "x-b")).isFalse();
  }

  @Test
  void sets_are_equal_whatever_the_order_and_case() {
    assertThat(set("X-A", "X-B"))
        .isEqualTo(set("x-b", "x-a"))
        .hasSameHashCodeAs(set("x-b", "x-a"))
        .isNotEqualTo(set("X-A"))
        .isNotEqualTo(set("X-A", "X-C"))
        .isNotEqualTo(set("X-A", "X-B", "X-C"))
        .isNotEqualTo("X-A, X-B")
        .isNotEqualTo(null);
    assertThat(set()).isEqualTo(set());
  }

  @Test
  void a_set_answers_like_a_tree_set_without_case() {
    Random random = new Random(9);
    for (int round = 0; round < 300; round++) {
      Set<String> expected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      IntStream.range(0, random.nextInt(40)).forEach(i -> expected.add(randomName(random)));
      HeaderNameSet actual = set(expected.toArray(String[]::new));
      for (int i = 0; i < 100; i++) {
        String name = randomName(random);
        assertThat(contains(actual, name)).isEqualTo(expected.contains(name));
      }
      assertThat(expected).allMatch(name -> contains(actual, name.toUpperCase(Locale.ROOT)));
    }
  }

  private static String randomName(Random random) {
    String alphabet = "abAB-1";
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      name.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return name.toString();
  }

  @Test
  void asking_allocates_nothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String text = "accept,X-Api-Key,etag";
    long least = Long.MAX_VALUE;
    int contained = 0;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        contained += set.contains(text, 7, 16) && !set.contains(text, 0, 6) ? 1 : 0;
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    assertThat(contained).isEqualTo(2_000);
  }
}
