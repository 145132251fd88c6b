package dev.jaxrscors.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The table of servers in the README says what was run, and what differs there. */
class ReadmeTableTest {

  /** Marks a place that is run with all servers alone. */
  private static final String ON_DEMAND = "*";

  private static final List<String> DEFAULT_SET =
      List.of(
          "cxf-4.0",
          "cxf-4.1",
          "dropwizard-4",
          "dropwizard-5",
          "glassfish",
          "jersey-3.1",
          "jersey-3.1-jdk",
          "jersey-4.0",
          "jersey-4.0-jdk",
          "jetty-12-resteasy",
          "open-liberty",
          "payara-micro",
          "resteasy-6.2",
          "resteasy-7.0",
          "spring-boot-3",
          "tomcat-jersey",
          "tomee",
          "wildfly");

  /**
   * A line of the table.
   *
   * @param places the names of the places, which differ in the same way
   * @param differs what differs there
   */
  private record Row(List<String> places, String differs) {}

  @Test
  void every_place_of_the_default_set_was_run() throws IOException {
    assertThat(PlaceReport.all().keySet()).containsAll(DEFAULT_SET);
  }

  @Test
  void nothing_failed_and_nothing_was_skipped() throws IOException {
    assertThat(PlaceReport.all())
        .allSatisfy(
            (module, report) -> {
              assertThat(report.tests()).isGreaterThanOrEqualTo(200);
              assertThat(report.unproved()).isZero();
            });
  }

  @Test
  void the_table_has_every_place_that_was_run_and_what_differs_there() throws IOException {
    Map<String, String> differs = new TreeMap<>();
    rows().forEach(row -> row.places().forEach(place -> differs.put(place, row.differs())));

    assertThat(PlaceReport.all())
        .allSatisfy(
            (module, report) -> {
              String mark = DEFAULT_SET.contains(module) ? "" : ON_DEMAND;
              assertThat(differs).containsEntry(report.name() + mark, report.gaps());
            });
  }

  @Test
  void what_the_table_says_every_build_runs_was_run() throws IOException {
    List<String> run = PlaceReport.all().values().stream().map(PlaceReport::name).toList();

    assertThat(rows().stream().flatMap(row -> row.places().stream()))
        .filteredOn(place -> !place.endsWith(ON_DEMAND))
        .hasSize(DEFAULT_SET.size())
        .allSatisfy(place -> assertThat(run).contains(place));
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("../../README.md")).stream()
        .dropWhile(line -> !line.startsWith("## Tested on"))
        .dropWhile(line -> !line.startsWith("|---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Row(List.of(cells[1].strip().split(" *; *")), cells[2].strip()))
        .toList();
  }
}
