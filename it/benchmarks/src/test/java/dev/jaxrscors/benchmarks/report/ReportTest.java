package dev.jaxrscors.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jaxrscors.benchmarks.dispatch.Call;
import dev.jaxrscors.benchmarks.results.Results;
import dev.jaxrscors.benchmarks.results.ResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small made-up results, and the tables they become. */
class ReportTest {

  private static final String ENVIRONMENT =
      """
      "environment": {"date": "2025-01-02T03:04:05Z", "commit": "c0ffee", "jvm": "VM 17",
        "system": "Linux 6", "processor": "Fast", "cores": 2, "memory": "4.0 GiB",
        "libraries": ["a-1", "b-2"]}\
      """;

  private static final String WIRE =
      """
      {%s, "generator": "wrk 4", "flags": ["-Xmx1m"],
       "plan": {"connections": 8, "warmUpSeconds": 5, "seconds": 4, "rounds": 2},
       "samples": [%s]}
      """;

  @TempDir Path folder;

  @Test
  void a_layer_stands_under_the_bare_one_with_its_ratio_and_its_bytes() throws IOException {
    jmh(
        "jmh-Dispatch.json",
        entry("run", "'layer': 'OURS', 'call': 'GET'", 220, 700)
            + ","
            + entry("run", "'layer': 'BARE', 'call': 'GET'", 200, 400),
        entry("run", "'layer': 'BARE', 'call': 'GET'", 100, 400)
            + ","
            + entry("run", "'layer': 'OURS', 'call': 'GET'", 120, 700));
    assertThat(report())
        .contains(
            """
            ## Dispatch

            Rounds: 2.

            | layer | call | ns/op | over BARE | B/op | B more than BARE |
            | --- | --- | --- | --- | --- | --- |
            | BARE | GET | 150 |  | 400 |  |
            | OURS | GET | 170 | 1.15 (1.10-1.20) | 700 | +300 |
            """);
  }

  @Test
  void a_number_stands_with_its_ratio_over_the_least() throws IOException {
    jmh(
        "jmh-Scale.json",
        entry("find", "'origins': '1'", 10, 0)
            + ","
            + entry("find", "'origins': '1000000'", 14, 0.0001));
    assertThat(report())
        .contains(
            """
            | origins | ns/op | over origins=1 | B/op |
            | --- | --- | --- | --- |
            | 1 | 10.0 |  | 0 |
            | 1000000 | 14.0 | 1.40 | 0 |
            """);
  }

  @Test
  void several_methods_of_one_class_are_lines_of_one_table() throws IOException {
    jmh("jmh-Find.json", entry("hashSet", "", 70, 0) + "," + entry("ours", "", 35, 8));
    assertThat(report())
        .contains(
            """
            | benchmark | ns/op | over hashSet | B/op | B more than hashSet |
            | --- | --- | --- | --- | --- |
            | hashSet | 70.0 |  | 0 |  |
            | ours | 35.0 | 0.50 | 8.00 | +8.00 |
            """);
  }

  @Test
  void a_benchmark_without_parameters_is_a_table_of_one_line() throws IOException {
    jmh("jmh-One.json", entry("decide", "", 42, 0));
    assertThat(report())
        .contains(
            """
            | ns/op | B/op |
            | --- | --- |
            | 42.0 | 0 |
            """);
  }

  @Test
  void what_else_a_benchmark_counts_has_a_column() throws IOException {
    jmh(
        "jmh-Count.json",
        entry("decide", "", 42, 0)
            .replace("}}", "}, 'comparisons': {'score': 3, 'scoreUnit': '#'}}"));
    assertThat(report()).contains("| ns/op | B/op | comparisons |", "| 42.0 | 0 | 3.00 |");
  }

  @Test
  void what_has_no_result_is_named_under_the_table() throws IOException {
    jmh(
        "jmh-X.json",
        Stream.of("'r': 'A', 'l': 'BARE'", "'r': 'A', 'l': 'PEER'", "'r': 'B', 'l': 'BARE'")
            .map(params -> entry("run", params, 1, 0))
            .collect(Collectors.joining(",")));
    assertThat(report()).contains("|\n\nNo result: r=B, l=PEER.\n");
  }

  @Test
  void a_load_stands_with_its_ratios_within_each_round() throws IOException {
    wire(allSamples());
    assertThat(report())
        .contains(
            """
            ## Wire: JETTY and Jersey

            wrk 4, one thread, 8 connections, 4 s for each load, after 5 s of warm-up; rounds: 2. Servers: `java -Xmx1m`.
            """,
            """
            | call | layer | status | CPU us/request | over BARE | requests/s | requests/s over BARE |
            | --- | --- | --- | --- | --- | --- | --- |
            | GET_WITHOUT_ORIGIN | BARE | 200 | 60.0 |  | 250 |  |
            | GET_WITHOUT_ORIGIN | OURS | 200 | 67.0 | 1.15 (1.05-1.25) | 250 | 1.00 (1.00-1.00) |
            """);
  }

  @Test
  void where_and_when_it_was_measured_is_said_with_all_versions() throws IOException {
    jmh("jmh-One.json", entry("decide", "", 42, 0));
    wire(allSamples());
    assertThat(report())
        .contains(
            "| jmh-One.json | 2025-01-02T03:04:05Z | c0ffee | VM 17 | Linux 6 | Fast | 2 | 4.0 GiB |",
            "| wire.json | 2025-01-02T03:04:05Z | c0ffee | VM 17 | Linux 6 | Fast | 2 | 4.0 GiB |",
            "\njmh-One.json, wire.json: a-1, b-2.\n");
  }

  @Test
  void other_files_are_left_alone() throws IOException {
    jmh("jmh-One.json", entry("decide", "", 42, 0));
    Files.writeString(folder.resolve("notes.json"), "no JSON");
    assertThat(report()).doesNotContain("notes");
  }

  @Test
  void a_folder_without_results_is_refused() {
    assertRefused().withMessage("The folder holds neither wire.json nor jmh-*.json");
  }

  @Test
  void a_folder_that_is_not_there_is_refused() {
    assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> Report.write(Results.in(folder.resolve("none"))))
        .withMessage("The folder holds neither wire.json nor jmh-*.json");
  }

  @Test
  void what_is_no_JSON_is_refused() throws IOException {
    Files.writeString(folder.resolve("jmh-X.json"), "[1, 2");
    assertRefused().withMessageStartingWith("jmh-X.json is no JmhFile: ");
  }

  @Test
  void a_file_without_its_environment_is_refused() throws IOException {
    Files.writeString(folder.resolve("jmh-X.json"), "{\"rounds\": []}");
    assertRefused()
        .withMessageStartingWith("jmh-X.json is no JmhFile: ")
        .withMessageContaining("environment");
  }

  @Test
  void a_file_without_a_round_is_refused() throws IOException {
    jmh("jmh-X.json");
    assertRefused().withMessage("jmh-X.json holds no benchmark");
  }

  @Test
  void a_score_that_is_missing_is_refused() throws IOException {
    jmh("jmh-X.json", entry("decide", "", 42, 0).replace("'score': 42.0,", ""));
    assertRefused()
        .withMessageStartingWith("jmh-X.json is no JmhFile: at rounds/0/0/primaryMetric");
  }

  @Test
  void a_benchmark_without_its_allocation_is_refused() throws IOException {
    jmh("jmh-X.json", entry("decide", "'n': 'x'", 42, 0).replace("gc.alloc.rate.norm", "other"));
    assertRefused().withMessage("jmh-X.json has no gc.alloc.rate.norm of n=x");
  }

  @Test
  void a_layer_with_nothing_bare_beside_it_is_refused() throws IOException {
    jmh(
        "jmh-X.json",
        entry("run", "'layer': 'BARE', 'call': 'GET'", 1, 0)
            + ","
            + entry("run", "'layer': 'OURS', 'call': 'PUT'", 1, 0));
    assertRefused()
        .withMessage("jmh-X.json has nothing of layer=BARE, call=PUT, to compare others with");
  }

  @Test
  void a_round_that_lacks_a_benchmark_is_refused() throws IOException {
    jmh("jmh-X.json", entry("a", "", 1, 0) + "," + entry("b", "", 1, 0), entry("a", "", 1, 0));
    assertRefused().withMessage("jmh-X.json has benchmark=b 1 times in 2 rounds");
  }

  @Test
  void scores_of_two_units_are_not_compared() throws IOException {
    jmh(
        "jmh-X.json",
        entry("bare", "", 1, 0) + "," + entry("ours", "", 1, 0).replace("ns/op", "us/op"));
    assertRefused()
        .withMessage("jmh-X.json has benchmark=ours in us/op, and benchmark=bare in another unit");
  }

  @Test
  void a_load_that_lacks_a_round_is_refused() throws IOException {
    wire(allSamples().replaceFirst("\"round\": 2", "\"round\": 3"));
    assertRefused().withMessage("wire.json has no round 2 of JETTY, GET_WITHOUT_ORIGIN, BARE");
  }

  private String report() throws IOException {
    Report.write(Results.in(folder));
    return Files.readString(folder.resolve("results.md"));
  }

  private ThrowableAssertAlternative<ResultsException> assertRefused() {
    return assertThatExceptionOfType(ResultsException.class)
        .isThrownBy(() -> Report.write(Results.in(folder)));
  }

  private void jmh(String file, String... rounds) throws IOException {
    String all = String.join("],[", rounds);
    String json = rounds.length == 0 ? "[]" : "[[" + all + "]]";
    String text = "{" + ENVIRONMENT + ", 'rounds': " + json + "}";
    Files.writeString(folder.resolve(file), text.replace('\'', '"'));
  }

  private static String entry(String method, String params, double score, double bytes) {
    return """
        {'benchmark': 'x.Y.%s', 'mode': 'avgt'%s,
         'primaryMetric': {'score': %s, 'scoreError': 'NaN', 'scoreUnit': 'ns/op'},
         'secondaryMetrics': {'gc.count': {'score': 1.0, 'scoreUnit': 'counts'},
           'gc.alloc.rate.norm': {'score': %s, 'scoreUnit': 'B/op'}}}
        """
        .formatted(method, params.isEmpty() ? "" : ", 'params': {" + params + "}", score, bytes);
  }

  private void wire(String samples) throws IOException {
    Files.writeString(folder.resolve("wire.json"), WIRE.formatted(ENVIRONMENT, samples));
  }

  private static String allSamples() {
    StringBuilder samples = new StringBuilder();
    for (Call call : Call.values()) {
      samples.append(sample("BARE", call, 1, 40_000)).append(',');
      samples.append(sample("OURS", call, 1, 50_000)).append(',');
      samples.append(sample("BARE", call, 2, 80_000)).append(',');
      samples.append(sample("OURS", call, 2, 84_000)).append(',');
    }
    return samples.substring(0, samples.length() - 1);
  }

  private static String sample(String layer, Call call, int round, int cpuMicros) {
    return """
        {"container": "JETTY", "layer": "%s", "call": "%s", "round": %d, "status": 200,
         "requests": 1000, "micros": 4000000, "cpuMicros": %d}
        """
        .formatted(layer, call, round, cpuMicros);
  }
}
