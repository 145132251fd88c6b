package dev.jaxrscors.benchmarks.report;

import dev.jaxrscors.benchmarks.results.Environment;
import dev.jaxrscors.benchmarks.results.Results;
import dev.jaxrscors.benchmarks.results.ResultsException;
import dev.jaxrscors.benchmarks.wire.Container;
import dev.jaxrscors.benchmarks.wire.LoadPlan;
import dev.jaxrscors.benchmarks.wire.WireResults;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the tables of all results of a folder. */
public final class Report {

  private static final String FILE = "results.md";

  private static final String BEGINNING =
      """
      # Results

      Written by `mvn -f it -Presults` from the JSON beside it; [how to read it](../README.md#reading).
      Each figure is the median over the rounds. A ratio is one within each round; its median comes
      with the least and the greatest.
      """;

  private final Results results;
  private final Map<String, Environment> environments = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder(BEGINNING);

  private Report(Results results) {
    this.results = results;
  }

  /**
   * Writes the tables of the folder of {@link Results#ofProperty()}.
   *
   * @param args none
   * @throws IOException if the results cannot be read, or the tables not written
   */
  public static void main(String... args) throws IOException {
    write(Results.ofProperty());
  }

  /**
   * Writes the tables of a folder into it.
   *
   * @param results the folder
   * @throws IOException if the results cannot be read, or the tables not written
   * @throws ResultsException if the results are none, or not complete
   */
  public static void write(Results results) throws IOException {
    Report report = new Report(results);
    for (String file : results.names()) {
      report.add(file);
    }
    if (report.environments.isEmpty()) {
      throw new ResultsException("The folder", "holds neither wire.json nor jmh-*.json");
    }
    report.addEnvironments();
    results.writeText(FILE, report.text.toString());
  }

  private void add(String file) throws IOException {
    if (file.equals("wire.json")) {
      addWire(file, results.read(file, WireResults.class));
    } else if (file.startsWith("jmh-")) {
      addJmh(file, results.read(file, JmhFile.class));
    }
  }

  private void addWire(String file, WireResults wire) {
    WireTables tables = new WireTables(file, wire);
    LoadPlan plan = wire.plan();
    for (Container container : tables.containers()) {
      addTitle("Wire: " + container + " and Jersey");
      addParagraph(
          "%s, one thread, %d connections, %d s for each load, after %d s of warm-up; rounds: %d. Servers: `java %s`."
              .formatted(
                  wire.generator(),
                  plan.connections(),
                  plan.seconds(),
                  plan.warmUpSeconds(),
                  plan.rounds(),
                  String.join(" ", wire.flags())));
      addParagraph(tables.table(container));
    }
    environments.put(file, wire.environment());
  }

  private void addJmh(String file, JmhFile jmh) {
    addTitle(file.replaceFirst("^jmh-", "").replaceFirst("\\.json$", ""));
    addParagraph("Rounds: " + jmh.rounds().size() + ".");
    addParagraph(JmhTables.of(file, jmh));
    environments.put(file, jmh.environment());
  }

  private void addEnvironments() {
    addTitle("Where and when");
    Table table =
        new Table(
            List.of(
                "results",
                "begin of the run",
                "commit",
                "JVM",
                "system",
                "processor",
                "cores",
                "memory"));
    environments.forEach((file, environment) -> table.add(line(file, environment)));
    addParagraph(table.toString());
    addTitle("Libraries");
    filesByLibraries()
        .forEach(
            (libraries, files) ->
                addParagraph(String.join(", ", files) + ": " + String.join(", ", libraries) + "."));
  }

  private static List<String> line(String file, Environment environment) {
    return List.of(
        file,
        environment.date(),
        environment.commit(),
        environment.jvm(),
        environment.system(),
        environment.processor(),
        String.valueOf(environment.cores()),
        environment.memory());
  }

  private Map<List<String>, List<String>> filesByLibraries() {
    return environments.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getValue().libraries(),
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
  }

  private void addTitle(String title) {
    text.append("\n## ").append(title).append('\n');
  }

  private void addParagraph(String paragraph) {
    text.append('\n').append(paragraph.strip()).append('\n');
  }
}
