package dev.jaxrscors.browsers.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.EngineType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table is worth comparing: without any browser. */
class CasesTest {
  private final List<Case> cases = Cases.all();

  @Test
  void every_case_has_a_name_of_its_own() {
    assertThat(cases).hasSizeGreaterThan(1000).extracting(Case::id).doesNotHaveDuplicates();
  }

  @Test
  void the_table_holds_both_what_is_shared_and_what_is_blocked() {
    try (CaseServers servers = new CaseServers(cases)) {
      Map<String, Verdict> verdicts = OnPaper.byTheStandard(servers).run(cases);

      assertThat(seen(verdicts).filter("blocked"::equals).count()).isGreaterThan(300);
      assertThat(seen(verdicts).filter(seen -> seen.startsWith("shared")).count())
          .isGreaterThan(300);
    }
  }

  @Test
  void every_departure_is_of_some_engine_and_shown_by_some_case() {
    for (Departure departure : Departure.values()) {
      assertThat(cases)
          .as(departure.name())
          .anyMatch(
              theCase ->
                  Stream.of(EngineType.values())
                      .anyMatch(type -> departure.explains(type, theCase)));
    }
  }

  private static Stream<String> seen(Map<String, Verdict> verdicts) {
    return verdicts.values().stream().flatMap(verdict -> verdict.seen().stream());
  }
}
