package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The lines on policies in force: each once, and again when it is another. */
class PolicyLogTest {

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final PolicyLog policies = new PolicyLog();

  @Test
  void what_has_not_changed_is_not_repeated() {
    policies.log(List.of("a", "b"));
    policies.log(List.of("a", "c"));
    policies.log(List.of("a", "b"));

    assertThat(log.infos()).containsExactly("a", "b", "c", "b");
  }

  @Test
  void ten_thousand_policies_are_a_hundred_lines_and_a_number() {
    policies.log(IntStream.range(0, 10_000).mapToObj(i -> "policy " + i).toList());

    assertThat(log.infos()).hasSize(101);
    assertThat(log.infos().get(100)).isEqualTo("CORS policies in force: 9,900 more");
  }

  @Test
  void a_hundred_are_all_there_are() {
    policies.log(IntStream.range(0, 100).mapToObj(i -> "policy " + i).toList());

    assertThat(log.infos()).hasSize(100);
  }
}
