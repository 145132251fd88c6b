package dev.jaxrscors.internal.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever stands in an annotation, on the first line of the input, and in configuration, a key and
 * its value on each other.
 */
class PlaceholdersFuzzTest {

  private static final String PLACE = "Orders.replace";

  @FuzzTest
  void a_string_is_resolved_or_said_to_be_wrong(byte[] input) {
    String[] lines = new String(input, UTF_8).split("\n", -1);
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      values.put(lines[i].substring(0, Math.max(0, equals)), lines[i].substring(equals + 1));
    }
    Settings settings =
        Settings.of(
            List.of(
                StandardSources.properties("a file", values), StandardSources.environment(values)));

    Optional<List<String>> resolved = resolved(settings, lines[0]);

    assertThat(resolved(settings, lines[0])).isEqualTo(resolved);
    if (!Placeholders.isIn(lines[0])) {
      assertThat(resolved).contains(List.of(lines[0]));
    }
    setting(settings, lines[0]);
  }

  private static Optional<List<String>> resolved(Settings settings, String written) {
    try {
      return Optional.of(new Placeholders(settings, PLACE).resolve(Member.ORIGINS, written));
    } catch (InvalidPolicyException e) {
      assertTold(e);
      return Optional.empty();
    }
  }

  private static void setting(Settings settings, String written) {
    try {
      new Placeholders(settings, PLACE)
          .setting(written)
          .ifPresent(setting -> assertThat(written).contains(setting.key()));
    } catch (InvalidPolicyException e) {
      assertTold(e);
    }
  }

  private static void assertTold(InvalidPolicyException e) {
    assertThat(e.mistakes()).isNotEmpty();
    assertThat(e.getMessage().length()).isLessThan(20_000);
    assertThat(e.getMessage().chars()).allMatch(c -> c == '\n' || (c >= ' ' && c <= '~'));
  }
}
