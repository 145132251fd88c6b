package dev.jaxrscors.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderListTest {
  private static final HeaderNameSet ALLOWED = allowed("Content-Type", "X-Api-Key", "X-Trace");

  private static HeaderNameSet allowed(String... names) {
    return HeaderNameSet.of(Stream.of(names).map(HeaderName::of).toList());
  }

  private static HeaderList list(String... lines) {
    return HeaderList.of(List.of(lines));
  }

  private static Stream<Arguments> well_formed_lists() {
    return Stream.of(
        // As browsers send it.
        Arguments.of(List.of("content-type"), List.of("content-type")),
        Arguments.of(List.of("content-type,x-api-key"), List.of("content-type", "x-api-key")),
        // As clients written by hand do.
        Arguments.of(List.of("X-Api-Key, Content-Type"), List.of("x-api-key", "content-type")),
        Arguments.of(List.of("x-b,x-a,x-b,X-A"), List.of("x-b", "x-a")),
        Arguments.of(List.of("x-a ,\tx-b\t , x-c"), List.of("x-a", "x-b", "x-c")),
        Arguments.of(List.of(" x-a "), List.of("x-a")),
        Arguments.of(List.of("\t\t x-a"), List.of("x-a")),
        // As proxies split it.
        Arguments.of(List.of("x-a", "x-b"), List.of("x-a", "x-b")),
        Arguments.of(List.of("x-a, x-b", "x-c", "x-a"), List.of("x-a", "x-b", "x-c")),
        Arguments.of(List.of("", "x-a", ""), List.of("x-a")),
        // Empty elements, which RFC 9110 has recipients ignore.
        Arguments.of(List.of(",x-a"), List.of("x-a")),
        Arguments.of(List.of("x-a,"), List.of("x-a")),
        Arguments.of(List.of("x-a,,x-b"), List.of("x-a", "x-b")),
        Arguments.of(List.of("x-a, ,\t,x-b"), List.of("x-a", "x-b")),
        // Names no one would think of.
        Arguments.of(List.of("*"), List.of("*")),
        Arguments.of(List.of("!#$%&'*+-.^_`|~"), List.of("!#$%&'*+-.^_`|~")),
        // No name at all.
        Arguments.of(List.of(), List.of()),
        Arguments.of(List.of(""), List.of()),
        Arguments.of(List.of(" \t "), List.of()),
        Arguments.of(List.of(",,,"), List.of()),
        Arguments.of(List.of("", " ", ","), List.of()));
  }

  @ParameterizedTest
  @MethodSource("well_formed_lists")
  void a_well_formed_list_has_names(List<String> lines, List<String> names) {
    HeaderList list = HeaderList.of(lines);
    assertThat(list.isWellFormed()).isTrue();
    assertThat(list.isTooLong()).isFalse();
    assertThat(list.isEmpty()).isEqualTo(names.isEmpty());
    assertThat(list.names()).isEqualTo(names);
    assertThat(list.firstNotIn(allowed(names.toArray(String[]::new)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-bar x-foo",
        "x-a;x-b",
        "x-a: 1",
        "x-a:",
        "\"x-a\"",
        "x-a,x b",
        "x-a,(x)",
        "x/a",
        "x@a",
        "x-a\r\nx-b",
        "x-a\u0000",
        "\u0000",
        "x-\u00E4",
        "\u212Aey",
        "x-a,\u00A0x-b",
        "x-a\u000Bx-b",
        "x-a,\u2003",
        "[x]",
        "{x}",
        "<script>",
        "x=1",
        "x\\a",
        "x?",
        "\u007F"
      })
  void a_list_with_an_element_that_is_no_token_is_ill_formed(String line) {
    HeaderList list = list(line);
    assertThat(list.isWellFormed()).isFalse();
    assertThat(list.isTooLong()).isFalse();
    assertThat(list.isEmpty()).isFalse();
    assertThat(list.names()).isEmpty();
    assertThat(list.firstNotIn(allowed("x-a", "x-b", "x", "key"))).isNotNull();
  }

  @Nested
  class The_first_name_that_is_not_allowed {
    private @Nullable String of(String... lines) {
      return list(lines).firstNotIn(ALLOWED);
    }

    @Test
    void is_null_if_all_are() {
      assertThat(of("content-type,x-api-key")).isNull();
      assertThat(of("X-API-KEY")).isNull();
      assertThat(of("x-trace", "content-type")).isNull();
      assertThat(of("x-trace,x-trace,,x-trace")).isNull();
      assertThat(of("")).isNull();
      assertThat(of()).isNull();
    }

    @Test
    void is_the_first_in_the_order_of_the_request_and_as_it_was_sent() {
      assertThat(of("content-type, X-Other ,x-more")).isEqualTo("X-Other");
      assertThat(of("x-trace", "x-more", "x-other")).isEqualTo("x-more");
      assertThat(of("x-api-keys")).isEqualTo("x-api-keys");
      assertThat(of("x-api-ke")).isEqualTo("x-api-ke");
    }

    @Test
    void can_be_ill_formed() {
      assertThat(of("content-type,x bar,x-more")).isEqualTo("x bar");
      assertThat(of("content-type x-api-key")).isEqualTo("content-type x-api-key");
    }

    @Test
    void is_any_name_if_none_is_allowed() {
      assertThat(list("content-type").firstNotIn(allowed())).isEqualTo("content-type");
      assertThat(list("").firstNotIn(allowed())).isNull();
    }

    @Test
    void is_not_covered_by_an_asterisk_in_the_request() {
      assertThat(of("*")).isEqualTo("*");
    }
  }

  @Nested
  class A_list_that_is_too_long {
    private void assertTooLong(HeaderList list) {
      assertThat(list.isTooLong()).isTrue();
      assertThat(list.isWellFormed()).isFalse();
      assertThat(list.isEmpty()).isFalse();
      assertThat(list.names()).isEmpty();
      assertThat(list.firstNotIn(ALLOWED)).isEmpty();
      assertThat(list.firstNotIn(allowed())).isEmpty();
    }

    private void assertTooLong(List<String> lines) {
      assertTooLong(HeaderList.of(lines));
      assertThat(HeaderList.areAllIn(lines, allowed("a", "x", "x-0"))).isFalse();
      assertThat(HeaderList.areNoneIn(lines, allowed())).isFalse();
    }

    @Test
    void has_more_than_8192_characters() {
      assertThat(list("a".repeat(8192)).isWellFormed()).isTrue();
      assertTooLong(List.of("a".repeat(8193)));
    }

    @Test
    void has_them_over_all_its_lines_and_the_commas_between_them() {
      assertThat(list("a".repeat(4096), "b".repeat(4095)).isWellFormed()).isTrue();
      assertTooLong(list("a".repeat(4096), "b".repeat(4096)));
      assertTooLong(list("a".repeat(8192), ""));
      assertTooLong(list("a".repeat(8191), "b"));
    }

    @Test
    void has_more_than_128_elements() {
      assertThat(list(names(128)).names()).hasSize(128);
      assertTooLong(list(names(129)));
    }

    @Test
    void has_them_over_all_its_lines() {
      assertThat(list(names(100), names(28)).isWellFormed()).isTrue();
      assertTooLong(list(names(100), names(29)));
      assertTooLong(list(names(127), names(2)));
      assertTooLong(Collections.nCopies(129, "x"));
    }

    @Test
    void has_more_than_128_lines() {
      assertThat(HeaderList.of(Collections.nCopies(128, "")).isEmpty()).isTrue();
      assertThat(HeaderList.of(Collections.nCopies(128, "x")).isWellFormed()).isTrue();
      assertTooLong(Collections.nCopies(129, ""));
    }

    @Test
    void has_them_even_if_they_are_empty_or_repeated() {
      assertThat(list(",".repeat(127)).isEmpty()).isTrue();
      assertTooLong(List.of(",".repeat(128)));
      assertTooLong(List.of("x,".repeat(128)));
      assertTooLong(List.of(",".repeat(8192)));
    }

    /** One mebibyte of commas cost 127 ms and 121 MB in another library: rs/cors#170. */
    @ParameterizedTest
    @ValueSource(strings = {",", "\t", " ", "a", "a,", ", ", "\u0000"})
    void costs_nothing(String unit) {
      List<String> lines = List.of(unit.repeat(1 << 20));
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      assertTooLong(lines);
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1_000; i++) {
        HeaderList.of(lines);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    private String names(int count) {
      return IntStream.range(0, count).mapToObj(i -> "x-" + i).collect(Collectors.joining(","));
    }
  }

  @Test
  void padding_is_trimmed_in_linear_time() {
    String padded = "x-a," + "\t".repeat(8_000) + "x-b";
    assertThat(list(padded).names()).containsExactly("x-a", "x-b");
    assertThat(list(" ".repeat(8_192)).isEmpty()).isTrue();
  }

  @Test
  void the_names_cannot_be_changed() {
    List<String> names = list("x-a").names();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> names.add("x-b"));
  }

  @Test
  void a_list_does_not_change_with_the_lines_it_was_made_of() {
    List<String> lines = new ArrayList<>(List.of("x-a"));
    HeaderList list = HeaderList.of(lines);
    lines.add("x-b");
    lines.set(0, "x-c");
    assertThat(list.names()).containsExactly("x-a");
  }

  @Test
  void looking_up_allowed_names_allocates_nothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<String> lines = List.of("content-type,x-api-key, X-Trace");
    long least = Long.MAX_VALUE;
    int refused = 0;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        refused += HeaderList.areAllIn(lines, ALLOWED) ? 0 : 1;
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    assertThat(refused).isZero();
  }

  @Test
  void the_names_of_a_random_list_are_what_splitting_and_trimming_give() {
    Random random = new Random(10);
    String alphabet = "aB-,, \t\u00E4";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder line = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        line.append(alphabet.charAt(random.nextInt(alphabet.length() - random.nextInt(2))));
      }
      assertSplit(line.toString());
    }
  }

  private static void assertSplit(String line) {
    List<String> elements =
        Stream.of(line.split(",", -1))
            .map(e -> e.replaceAll("^[ \t]+|[ \t]+$", ""))
            .filter(e -> !e.isEmpty())
            .toList();
    boolean wellFormed = elements.stream().allMatch(e -> e.matches("[-aB]+"));
    List<String> names = elements.stream().map(e -> e.replace('B', 'b')).distinct().toList();
    HeaderList list = list(line);
    assertThat(list.isWellFormed()).as(line).isEqualTo(wellFormed);
    assertThat(list.names()).as(line).isEqualTo(wellFormed ? names : List.of());
    assertThat(list.isEmpty()).isEqualTo(elements.isEmpty());
    HeaderNameSet some = allowed("a", "b-a", "-");
    List<String> lines = List.of(line);
    assertThat(HeaderList.areAllIn(lines, some)).isEqualTo(list.firstNotIn(some) == null);
    assertThat(HeaderList.areNoneIn(lines, some))
        .isEqualTo(wellFormed && names.stream().noneMatch(List.of("a", "b-a", "-")::contains));
  }
}
