package dev.jaxrscors.fetch;

import static dev.jaxrscors.Seeds.one;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.NaiveMatcher;
import dev.jaxrscors.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Sets of patterns against a naive matcher, with hosts made to be taken for each other: of the same
 * labels, one more or one less, put together without a dot.
 */
class DifferentialOriginsTest {

  private static final int SETS = 2_000;
  private static final int ORIGINS_OF_EACH = 50;

  private final Random random = Seeds.random(DifferentialOriginsTest.class);

  private String label() {
    return one(
        random,
        "a",
        "b",
        "ab",
        "ba",
        "aa",
        "com",
        "org",
        "example",
        "evil",
        "xn--a",
        "a-b",
        "_a",
        "example-com",
        "1a",
        "0");
  }

  private String domain() {
    String labels = Stream.generate(this::label).limit(1 + random.nextInt(4)).collect(joining("."));
    return labels + one(random, ".com", ".example", "", ".a", ".co");
  }

  private String host() {
    return switch (random.nextInt(12)) {
      case 0 -> one(random, "127.0.0.1", "10.0.0.1", "1.1.1.1", "11.1.1.1", "1.1.1.11");
      case 1 -> one(random, "[::1]", "[::11]", "[1::1]", "[::]", "[2001:db8::1]");
      case 2 -> "localhost";
      default -> domain();
    };
  }

  private String port() {
    return one(random, "", "", "", ":1", ":80", ":443", ":8080", ":8443", ":65535", ":808");
  }

  private String scheme() {
    return one(random, "https", "https", "https", "http", "app", "x", "https2", "chrome-extension");
  }

  private String pattern() {
    if (random.nextInt(40) == 0) {
      return one(random, "null", "file://", "app://.", "vscode-webview://1A-b");
    }
    String wildcard = random.nextInt(3) == 0 ? "*." : "";
    return scheme() + "://" + wildcard + host() + one(random, port(), ":*");
  }

  /** Returns an origin that is like one of the set, or any other. */
  private String origin(List<String> patterns) {
    if (patterns.isEmpty() || random.nextInt(8) == 0) {
      return scheme() + "://" + host() + port();
    }
    String near = patterns.get(random.nextInt(patterns.size()));
    String other = patterns.get(random.nextInt(patterns.size()));
    String filled =
        near.replace("*.", one(random, "", label() + ".", label(), domain() + "."))
            .replace(":*", port());
    return switch (random.nextInt(12)) {
      case 0 -> filled + one(random, "0", "a", ".a", ".", "-", "/", ":1", "\u0000", " ");
      case 1 -> filled.replace("://", "://" + one(random, "a", "a.", ".", "evil.com/.", "x@"));
      case 2 -> filled + other.substring(other.indexOf("://") + 3).replace("*", "");
      case 3 -> filled.replaceFirst("://[^.]*\\.", "://");
      case 4 -> filled.replaceFirst("\\.", "");
      case 5 -> filled.replaceFirst("https", "http");
      case 6 -> filled + one(random, ":1", ":443", ":80", ":*");
      case 7 -> near;
      case 8 -> filled.toUpperCase(Locale.ROOT);
      default -> filled;
    };
  }

  private List<String> patterns() {
    List<String> patterns = new ArrayList<>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      String pattern = pattern();
      if (isWellFormed(pattern)) {
        patterns.add(pattern);
      }
    }
    return patterns;
  }

  private static boolean isWellFormed(String pattern) {
    try {
      OriginPattern.parse(pattern);
      return true;
    } catch (InvalidValueException e) {
      return false;
    }
  }

  @Test
  void a_set_contains_what_one_of_its_patterns_matches_and_nothing_else() {
    int matched = 0;
    int others = 0;
    for (int i = 0; i < Seeds.cases(SETS); i++) {
      List<String> patterns = patterns();
      OriginSet set = OriginSet.of(patterns.stream().map(OriginPattern::parse).toList());
      for (int j = 0; j < ORIGINS_OF_EACH; j++) {
        String origin = origin(patterns);
        boolean expected =
            Origin.parse(origin) != null && NaiveMatcher.matchesAny(patterns, origin);
        assertThat(set.contains(origin)).as("%s of %s", origin, patterns).isEqualTo(expected);
        matched += expected ? 1 : 0;
        others += expected ? 0 : 1;
      }
    }
    // Cases that are all of one kind would show nothing.
    assertThat(matched).isGreaterThan(Seeds.cases(SETS));
    assertThat(others).isGreaterThan(Seeds.cases(SETS));
  }
}
