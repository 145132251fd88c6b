package dev.jaxrscors.browsers.differential;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.browsers.engine.Engine;
import dev.jaxrscors.browsers.engine.EngineType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** One engine and the browser on paper, given the same exchanges. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(600)
abstract class DifferentialTest {
  private static final int MOST_RETRIES = 3;

  private final EngineType type;
  private final List<Case> cases = Cases.all();
  private Map<String, Verdict> standard = Map.of();
  private Map<String, Verdict> likeEngines = Map.of();
  private Map<String, Verdict> real = Map.of();

  DifferentialTest(EngineType type) {
    this.type = type;
  }

  @BeforeAll
  void run_every_case_in_all_three() {
    try (CaseServers servers = new CaseServers(cases);
        Engine engine = type.start()) {
      standard = OnPaper.byTheStandard(servers).run(cases);
      likeEngines = OnPaper.likeEngines(servers).run(cases);
      real = new LinkedHashMap<>(new InEngine(servers, engine, "engine").run(cases));
      for (int retry = 1; retry <= MOST_RETRIES && !unexplained().isEmpty(); retry++) {
        System.out.println(type + ": once more " + unexplained().stream().map(Case::id).toList());
        real.putAll(new InEngine(servers, engine, "engine-" + retry).run(unexplained()));
      }
    }
  }

  /**
   * The preflight cache may lose an entry at any time, which Firefox sometimes does: "Cache entries
   * may be removed before that moment arrives". So what needs the cache may be tried again.
   */
  private List<Case> unexplained() {
    return cases.stream()
        .filter(theCase -> theCase.asks().size() > 1)
        .filter(theCase -> !verdict(standard, theCase).equals(verdict(real, theCase)))
        .filter(theCase -> departures(theCase).findAny().isEmpty())
        .toList();
  }

  @Test
  void the_engine_departs_from_the_standard_where_it_is_named_and_nowhere_else() {
    Set<String> differing =
        ids(theCase -> !verdict(standard, theCase).equals(verdict(real, theCase)));
    Set<String> named = ids(theCase -> departures(theCase).findAny().isPresent());

    System.out.printf(
        "%s: %d exchanges compared, %d differ from the standard: %s%n",
        type, cases.size(), differing.size(), reasons(differing));
    assertThat(differing)
        .as(() -> explained(differing, named))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void where_all_engines_depart_the_browser_on_paper_can_follow() {
    List<Case> followed =
        cases.stream()
            .filter(theCase -> departures(theCase).anyMatch(Departure::canBeFollowed))
            .toList();

    assertThat(followed).hasSizeGreaterThan(5);
    assertThat(followed)
        .allSatisfy(
            theCase ->
                assertThat(verdict(likeEngines, theCase).seen())
                    .as(theCase.id())
                    .isEqualTo(verdict(real, theCase).seen()));
  }

  /** A script sees nothing of it: the next request is preflighted again. */
  @Test
  void the_browser_on_paper_can_send_what_engines_send_after_a_negative_max_age() {
    assertThat(cases)
        .filteredOn(theCase -> Departure.NEGATIVE_MAX_AGE.explains(type, theCase))
        .hasSize(3)
        .allSatisfy(
            theCase -> assertThat(verdict(likeEngines, theCase)).isEqualTo(verdict(real, theCase)));
  }

  /** The preflight alone is sent, although what follows would be shared with everybody. */
  @Test
  void what_the_library_refuses_or_leaves_to_the_browser_the_engine_refuses() {
    for (String kind : List.of("refused", "left-to-browser")) {
      List<Case> refused = cases.stream().filter(c -> c.id().startsWith(kind)).toList();

      assertThat(refused).as(kind).hasSizeGreaterThan(30);
      assertThat(refused)
          .allSatisfy(
              theCase -> {
                Verdict verdict = verdict(real, theCase);
                assertThat(verdict.seen()).as("%s", theCase).containsExactly("blocked");
                assertThat(verdict.sent()).hasSize(1).allMatch(s -> s.startsWith("preflight"));
              });
    }
  }

  @Test
  void what_the_library_grants_the_engine_lets_through() {
    List<Case> granted = cases.stream().filter(c -> c.id().startsWith("granted")).toList();

    assertThat(granted).hasSizeGreaterThan(50);
    assertThat(granted)
        .allSatisfy(
            theCase ->
                assertThat(verdict(real, theCase).seen())
                    .as("%s", theCase)
                    .containsExactly("shared 200 content-length"));
  }

  private Stream<Departure> departures(Case theCase) {
    return Stream.of(Departure.values()).filter(reason -> reason.explains(type, theCase));
  }

  private Set<String> ids(Predicate<Case> chosen) {
    return cases.stream()
        .filter(chosen)
        .map(Case::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<Departure, Long> reasons(Set<String> ids) {
    return cases.stream()
        .filter(theCase -> ids.contains(theCase.id()))
        .flatMap(this::departures)
        .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
  }

  private String explained(Set<String> differing, Set<String> named) {
    return cases.stream()
        .filter(theCase -> differing.contains(theCase.id()) != named.contains(theCase.id()))
        .map(this::explained)
        .collect(joining("\n", "What " + type + " does otherwise or no more:\n", "\n"));
  }

  private String explained(Case theCase) {
    return "%s%n  by the standard %s%n  in fact %s"
        .formatted(theCase, verdict(standard, theCase), verdict(real, theCase));
  }

  private static Verdict verdict(Map<String, Verdict> verdicts, Case theCase) {
    return verdicts.getOrDefault(theCase.id(), new Verdict(List.of(), List.of("nothing")));
  }
}
