package dev.jaxrscors.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.NaiveMatcher;
import dev.jaxrscors.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever somebody writes as patterns: an origin on the last line, and a pattern on each other.
 */
class OriginPatternFuzzTest {

  private static final Pattern CORRECTION = Pattern.compile("use \"([^\"]*)\"");

  @FuzzTest
  void a_pattern_means_what_it_says_or_says_what_is_wrong(byte[] input) {
    List<String> lines = List.of(new String(input, UTF_8).split("\n", -1));
    String origin = lines.get(lines.size() - 1);
    List<OriginPattern> patterns = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      OriginPattern pattern = parsed(line);
      if (pattern != null && !pattern.isAny()) {
        assertThat(pattern).hasToString(line);
        patterns.add(pattern);
      }
    }
    List<String> written = patterns.stream().map(OriginPattern::toString).toList();
    boolean expected =
        ReferenceOrigins.isOrigin(origin) && NaiveMatcher.matchesAny(written, origin);
    OriginSet set = OriginSet.of(patterns);
    Steps.Counted<Boolean> counted = Steps.of(() -> set.contains(origin));
    assertThat(counted.result()).as("in the set").isEqualTo(expected);
    // However many patterns there are.
    assertThat(counted.steps()).isLessThanOrEqualTo(16L * origin.length());
    Origin sent = Origin.parse(origin);
    assertThat(sent != null && patterns.stream().anyMatch(p -> p.matches(sent)))
        .as("one by one")
        .isEqualTo(expected);
  }

  private static @Nullable OriginPattern parsed(String line) {
    try {
      return OriginPattern.parse(line);
    } catch (InvalidValueException e) {
      assertThat(e.getMessage()).matches("[ -~]+");
      Matcher correction = CORRECTION.matcher(e.remedy());
      if (correction.matches()) {
        assertThat(OriginPattern.parse(correction.group(1))).as(e.getMessage()).isNotNull();
      }
      return null;
    }
  }
}
