package dev.jaxrscors.fetch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginSetTest {
  private static OriginSet set(String... texts) {
    return OriginSet.of(Stream.of(texts).map(OriginPattern::parse).collect(toList()));
  }

  private static Origin origin(String text) {
    return requireNonNull(Origin.parse(text), text);
  }

  @Nested
  class A_set_of_exact_origins {
    private final OriginSet set =
        set("https://app.example.com", "http://localhost:3000", "http://[::1]:8080", "x://y");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://app.example.com",
          "http://localhost:3000",
          "http://[::1]:8080",
          "x://y"
        })
    void contains_them(String text) {
      assertThat(set.contains(origin(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://app.example.com",
          "https://app.example.com:8443",
          "https://example.com",
          "https://x.app.example.com",
          "https://app.example.com.evil.com",
          "http://localhost",
          "http://localhost:300",
          "http://localhost:30000",
          "http://[::1]",
          "http://[::1]:808",
          "x://y:1",
          "x://z",
          "xx://y",
          "null"
        })
    void contains_no_other(String text) {
      assertThat(set.contains(origin(text))).isFalse();
    }
  }

  @Nested
  class A_set_of_subdomains {
    private final OriginSet set =
        set("https://*.example.org", "https://*.b.example.net:8443", "http://*.localhost:*");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://a.example.org", "https://a.b.example.org", "https://a.b.c.d.e.example.org",
          "https://a.b.example.net:8443", "https://x.a.b.example.net:8443", "http://app.localhost",
          "http://app.localhost:3000", "http://a.b.localhost:1"
        })
    void contains_one_or_more_labels_more(String text) {
      assertThat(set.contains(origin(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"https://example.org", "https://b.example.net:8443", "http://localhost"})
    void does_not_contain_the_apex(String text) {
      assertThat(set.contains(origin(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evilexample.org",
          "https://a.evilexample.org",
          "https://example.org.evil.com",
          "https://a.example.org.evil.com",
          "https://a-example.org",
          "https://a.example.or",
          "https://a.xample.org",
          "http://a.example.org",
          "https://a.example.org:8443",
          "https://a.example.net:8443",
          "https://a.c.example.net:8443",
          "https://a.b.example.net",
          "https://org",
          "http://xlocalhost",
          "http://localhost.evil.com",
          "https://app.localhost",
          "null"
        })
    void contains_no_look_alike(String text) {
      assertThat(set.contains(origin(text))).isFalse();
    }

    /** Some of them end like what a pattern means, and one is spelled like a pattern. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.com/.example.org",
          "https://.example.org",
          "https://a..example.org",
          "https://evil.com#.example.org",
          "https://evil.com@.example.org",
          "https://*.example.org",
          "http://*.localhost:*",
          "http://app.localhost:*",
          "https://a.example.org:443",
          "https://[::1].example.org",
          "https://[.example.org",
          "https://user:a.example.org",
          "http://app.localhost:",
          "http://app.localhost:80",
          "http://app.localhost:0",
          "http://app.localhost:65536",
          "http://app.localhost:3000/",
          "http://A.localhost",
          ".example.org",
          "://a.example.org",
          "https:/a.example.org",
          "https://",
          "https:",
          ""
        })
    void contains_nothing_that_is_no_origin(String text) {
      assertThat(Origin.parse(text)).isNull();
      assertThat(set.contains(text)).isFalse();
    }
  }

  @Test
  void a_host_below_a_domain_is_no_longer_than_any_host() {
    OriginSet set = set("https://*.example.org", "https://*.example.net:*");
    String longest = "a.".repeat(120) + "b";
    assertThat(set.contains("https://" + longest + ".example.org")).isTrue();
    assertThat(set.contains("https://" + longest + "b.example.org")).isFalse();
    assertThat(set.contains("https://" + longest + ".example.net:81")).isTrue();
    assertThat(set.contains("https://" + longest + "b.example.net:81")).isFalse();
    assertThat(set.contains("https://" + "c".repeat(63) + ".example.org")).isTrue();
    assertThat(set.contains("https://" + "c".repeat(64) + ".example.org")).isFalse();
  }

  /** A sign that stands for more in a pattern stands for itself in an origin. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "app://*",
        "app://*.",
        "app://*:80",
        "app://.",
        "app://A",
        "app://",
        "app://ab",
        "x://a"
      })
  void an_opaque_host_is_matched_by_none_but_its_own_pattern(String text) {
    OriginSet set = set("app://a", "app://a:*", "app://*.b:8".replace("*.", ""), "app://..");
    assertThat(Origin.parse(text)).isNotNull();
    assertThat(set.contains(text)).isFalse();
  }

  @Nested
  class A_set_of_any_ports {
    private final OriginSet set = set("http://localhost:*", "https://app.example.com:*");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://localhost",
          "http://localhost:1",
          "http://localhost:65535",
          "https://app.example.com",
          "https://app.example.com:80"
        })
    void contains_each_port_and_none(String text) {
      assertThat(set.contains(origin(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://localhost", "http://x.localhost:3000", "http://localhost.evil.com",
          "http://app.example.com:443", "https://x.app.example.com", "https://example.com:80"
        })
    void contains_no_other_host_or_scheme(String text) {
      assertThat(set.contains(origin(text))).isFalse();
    }
  }

  /** GHSA-vhxv-fg4m-p2w8: in another library, two hosts with a common end let in a third. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://batcat",
        "https://kat",
        "https://at",
        "https://boat",
        "https://catbat",
        "https://meercat",
        "https://meerkatt",
        "https://eerkat",
        "https://rkat"
      })
  void hosts_with_a_common_end_let_in_no_third(String text) {
    OriginSet set =
        set("https://bat", "https://cat", "https://meerkat", "https://oat", "https://rat");
    assertThat(set.contains(origin(text))).isFalse();
    assertThat(set.contains(origin("https://meerkat"))).isTrue();
  }

  @Test
  void the_opaque_origin_is_contained_only_if_listed() {
    assertThat(set("null").contains(Origin.OPAQUE)).isTrue();
    assertThat(set("null", "https://x").contains(Origin.OPAQUE)).isTrue();
    assertThat(set("null").contains(origin("https://null"))).isFalse();
    assertThat(set("https://null", "https://*.null:*").contains(Origin.OPAQUE)).isFalse();
    assertThat(set().contains(Origin.OPAQUE)).isFalse();
  }

  @Test
  void every_origin_is_more_than_a_set() {
    assertThatIllegalArgumentException().isThrownBy(() -> set("*"));
    assertThatIllegalArgumentException().isThrownBy(() -> set("https://x", "*"));
  }

  @Test
  void the_empty_set_contains_nothing() {
    assertThat(set().isEmpty()).isTrue();
    assertThat(set().contains(origin("https://app.example.com"))).isFalse();
    assertThat(set().contains(origin("http://127.0.0.1"))).isFalse();
    assertThat(set("null").isEmpty()).isFalse();
    assertThat(set("https://x").isEmpty()).isFalse();
  }

  @Test
  void a_repeated_pattern_counts_once() {
    OriginSet set = set("https://x", "https://x", "null", "null", "https://*.x", "https://*.x");
    assertThat(set).isEqualTo(set("https://*.x", "null", "https://x"));
    assertThat(set).hasToString("OriginSet of 3");
  }

  @Test
  void sets_are_equal_whatever_the_order() {
    assertThat(set("https://a", "https://*.b:*", "null"))
        .isEqualTo(set("null", "https://*.b:*", "https://a"))
        .hasSameHashCodeAs(set("null", "https://*.b:*", "https://a"))
        .isNotEqualTo(set("https://a", "https://*.b:*"))
        .isNotEqualTo(set("https://a", "https://*.b", "null"))
        .isNotEqualTo(set("https://a", "https://*.b:*", "https://c"))
        .isNotEqualTo(set("https://a", "https://*.b:*", "https://c", "null"))
        .isNotEqualTo(set())
        .isNotEqualTo("null")
        .isNotEqualTo(null);
    assertThat(set()).isEqualTo(OriginSet.of(List.of())).hasSameHashCodeAs(set());
  }

  @Test
  void sets_of_another_capacity_can_be_equal() {
    List<OriginPattern> repeated = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      repeated.add(OriginPattern.parse("https://h" + i % 3));
    }
    OriginSet small = set("https://h0", "https://h1", "https://h2");
    assertThat(OriginSet.of(repeated)).isEqualTo(small).hasSameHashCodeAs(small);
    assertThat(small).isEqualTo(OriginSet.of(repeated));
  }

  @Tag("large")
  @Nested
  class Compared_with_its_patterns {
    private static final String[] SCHEMES = {
      "https", "https", "https", "http", "app", "app", "file"
    };
    private static final String[] LABELS = {"a", "a", "b", "ab", "1x"};
    private static final String[] OPAQUE_HOSTS = {
      "", ".", "..", "A", "a.", ".a", "a!B", "%41", "a*", "*"
    };
    private static final String[] PORTS = {"", "", "", ":8443", ":80"};
    private final Random random = new Random(20_240_501);

    /** Few labels, so that hosts share ends, look alike, and often match. */
    private String host() {
      int labels = 1 + random.nextInt(3);
      return IntStream.range(0, labels)
          .mapToObj(i -> pick(LABELS))
          .reduce((a, b) -> a + "." + b)
          .get();
    }

    private String pick(String[] texts) {
      return texts[random.nextInt(texts.length)];
    }

    private Origin randomOrigin() {
      while (true) {
        String text = pick(SCHEMES) + "://" + hostOrOpaqueHost() + pick(PORTS);
        Origin origin = Origin.parse(random.nextInt(50) == 0 ? "null" : text);
        if (origin != null) {
          return origin;
        }
      }
    }

    private String anyHost() {
      return switch (random.nextInt(10)) {
        case 0 -> "127.0.0." + random.nextInt(3);
        case 1 -> "[::" + (1 + random.nextInt(3)) + "]";
        default -> host();
      };
    }

    /** Behind some of the schemes these are none, and what is made of them is made again. */
    private String hostOrOpaqueHost() {
      return random.nextInt(4) == 0 ? pick(OPAQUE_HOSTS) : anyHost();
    }

    private OriginPattern randomPattern() {
      while (true) {
        String wildcard = random.nextInt(3) == 0 ? "*." : "";
        String port = random.nextInt(4) == 0 ? ":*" : pick(PORTS);
        String text = pick(SCHEMES) + "://" + wildcard + hostOrOpaqueHost() + port;
        OriginPattern pattern = OriginPattern.match(random.nextInt(50) == 0 ? "null" : text);
        if (pattern != null) {
          return pattern;
        }
      }
    }

    @Test
    void a_set_contains_what_one_of_them_matches_and_nothing_else() {
      int contained = 0;
      int pairs = 0;
      for (int i = 0; i < 2_000; i++) {
        List<OriginPattern> patterns =
            IntStream.range(0, random.nextInt(30)).mapToObj(p -> randomPattern()).toList();
        OriginSet set = OriginSet.of(patterns);
        for (int o = 0; o < 40; o++, pairs++) {
          Origin origin = randomOrigin();
          boolean expected = patterns.stream().anyMatch(pattern -> pattern.matches(origin));
          assertThat(set.contains(origin)).as("%s in %s", origin, patterns).isEqualTo(expected);
          contained += expected ? 1 : 0;
        }
      }
      // Both answers are common, or the comparison would say little.
      assertThat(contained).isBetween(pairs / 20, pairs / 2);
    }

    @Test
    void a_large_set_contains_what_one_of_them_matches_and_nothing_else() {
      List<OriginPattern> patterns =
          IntStream.range(0, 300).mapToObj(p -> randomPattern()).toList();
      OriginSet set = OriginSet.of(patterns);
      for (int o = 0; o < 5_000; o++) {
        Origin origin = randomOrigin();
        boolean expected = patterns.stream().anyMatch(pattern -> pattern.matches(origin));
        assertThat(set.contains(origin)).as(origin.serialized()).isEqualTo(expected);
      }
    }

    /** One character more, less or other: most of these are no origins, and some nearly are. */
    private String mutated(String text) {
      int at = random.nextInt(text.length());
      String other = String.valueOf(".:-_*[]/@#a1A\u0430!%".charAt(random.nextInt(16)));
      String behind = text.substring(at + random.nextInt(2));
      return text.substring(0, at) + (random.nextInt(3) == 0 ? "" : other) + behind;
    }

    @Test
    void a_set_contains_no_text_that_is_no_origin() {
      int contained = 0;
      int malformed = 0;
      for (int i = 0; i < 200_000; i++) {
        OriginPattern pattern = randomPattern();
        String text = mutated(mutated(pattern.toString().replace("*", pick(LABELS))));
        Origin origin = Origin.parse(text);
        boolean expected = origin != null && pattern.matches(origin);
        assertThat(OriginSet.of(List.of(pattern)).contains(text))
            .as("%s in %s", text, pattern)
            .isEqualTo(expected);
        contained += expected ? 1 : 0;
        malformed += origin == null ? 1 : 0;
      }
      assertThat(contained).isGreaterThan(5_000);
      assertThat(malformed).isGreaterThan(50_000);
    }

    @Test
    void a_set_of_one_pattern_is_that_pattern() {
      for (int i = 0; i < 20_000; i++) {
        OriginPattern pattern = randomPattern();
        Origin origin = randomOrigin();
        assertThat(OriginSet.of(List.of(pattern)).contains(origin))
            .as("%s in %s", origin, pattern)
            .isEqualTo(pattern.matches(origin));
      }
    }
  }

  @Nested
  class Whatever_its_size {
    private static final int ORIGINS = 20_000;

    private OriginSet sized(int size, IntFunction<String> text) {
      return OriginSet.of(
          IntStream.range(0, size).mapToObj(i -> OriginPattern.parse(text.apply(i))).toList());
    }

    /** Every label is new, or the same few slots would be looked at again and again. */
    private double meanProbes(OriginSet set) {
      long probes = 0;
      for (int i = 0; i < ORIGINS; i++) {
        probes += set.probes(origin("https://a.b" + i + ".c" + i + ".d" + i));
      }
      return (double) probes / ORIGINS;
    }

    @Tag("large")
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_000_000})
    void a_foreign_origin_costs_a_few_probes_in_exact_origins(int size) {
      OriginSet set = sized(size, i -> "https://customer" + i + ".example.com");
      assertThat(meanProbes(set)).isBetween(1.0, 3.0);
    }

    /**
     * One look-up among the exact origins, of which there is none, and one for the part of three
     * labels, as many as each pattern has.
     */
    @Tag("large")
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_000_000})
    void a_foreign_origin_costs_a_few_probes_in_patterns(int size) {
      OriginSet set = sized(size, i -> "https://*.customer" + i + ".example.com:*");
      assertThat(meanProbes(set)).isBetween(2.0, 4.0);
    }

    @Tag("large")
    @Test
    void no_single_origin_costs_many() {
      OriginSet set = sized(100_000, i -> "https://customer" + i + ".example.com");
      for (int i = 0; i < 100_000; i++) {
        assertThat(set.probes(origin("https://stranger" + i + ".example.com"))).isLessThan(200);
      }
    }

    @Test
    void the_longest_host_costs_a_few_probes_a_label_of_the_longest_pattern() {
      Origin longest = origin("https://" + "a.".repeat(126) + "b");
      assertThat(set("https://*.x", "https://*.x:*").probes(longest)).isBetween(3, 3 * 3);
      assertThat(set("https://*.x", "https://*.x.y.z").probes(longest)).isBetween(4, 3 * 4);
      OriginSet deep = set("https://*.x", "https://*." + "x.".repeat(124) + "y");
      assertThat(deep.probes(longest)).isBetween(126, 3 * 126);
    }

    @Test
    void parts_shorter_than_each_pattern_or_longer_cost_no_probe() {
      OriginSet set = set("https://*.b.c", "https://*.c.b.c");
      assertThat(set.probes(origin("https://b.c"))).isEqualTo(1);
      assertThat(set.probes(origin("https://a.b.c"))).isEqualTo(2);
      assertThat(set.probes(origin("https://a.c.b.c"))).isEqualTo(2);
      assertThat(set.contains("https://a.c.b.c")).isTrue();
    }

    @Test
    void ports_of_one_host_do_not_share_a_slot() {
      OriginSet set = sized(65_000, i -> "http://localhost:" + (i + 81));
      long probes = 0;
      for (int port = 81; port < 2_081; port++) {
        Origin origin = origin("http://localhost:" + port);
        assertThat(set.contains(origin)).isTrue();
        probes += set.probes(origin);
      }
      assertThat(probes / 2_000.0).isLessThan(4);
    }

    @Tag("large")
    @Test
    void a_million_are_all_found() {
      OriginSet set = sized(1_000_000, i -> "https://customer" + i + ".example.com");
      for (int i = 0; i < 1_000_000; i += 997) {
        assertThat(set.contains(origin("https://customer" + i + ".example.com"))).isTrue();
        assertThat(set.contains(origin("https://customer" + i + ".example.co"))).isFalse();
        assertThat(set.contains(origin("https://ustomer" + i + ".example.com"))).isFalse();
      }
    }

    @Test
    void asking_allocates_nothing() {
      OriginSet set = sized(1_000, i -> "https://*.customer" + i + ".example.com:*");
      String in = "https://a.customer7.example.com:8443";
      String out = "https://a.b.c.d.stranger.example.com:8443";
      assertThat(leastBytesAllocated(() -> assertAsked(set, in, out))).isZero();
    }

    private static void assertAsked(OriginSet set, String in, String out) {
      if (!set.contains(in) || set.contains(out)) {
        throw new AssertionError("wrong answer");
      }
    }

    /** The least of several rounds: the JVM may allocate in between for itself. */
    private static long leastBytesAllocated(Runnable action) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 20; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
          action.run();
        }
        least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      }
      return least;
    }
  }

  @Test
  void the_longest_origin_can_be_an_element() {
    String host = ("a".repeat(63) + ".").repeat(3) + "a".repeat(61);
    String longest = "x".repeat(64) + "://" + host + ":65535";
    assertThat(longest).hasSize(Origin.MAX_LENGTH);
    assertThat(set(longest).contains(longest)).isTrue();
  }

  @Test
  void its_patterns_of_any_subdomain_are_known() {
    OriginSet set =
        set(
            "https://a.example",
            "http://b.example:*",
            "https://*.c.example",
            "http://*.d.example:*");
    assertThat(set.anySubdomain().map(OriginPattern::toString))
        .containsExactlyInAnyOrder("https://*.c.example", "http://*.d.example:*");
  }
}
