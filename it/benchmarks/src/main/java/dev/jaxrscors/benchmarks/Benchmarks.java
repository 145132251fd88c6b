package dev.jaxrscors.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jaxrscors.benchmarks.report.Report;
import dev.jaxrscors.benchmarks.results.Environment;
import dev.jaxrscors.benchmarks.results.JmhResults;
import dev.jaxrscors.benchmarks.results.Results;
import dev.jaxrscors.benchmarks.results.Settings;
import dev.jaxrscors.benchmarks.results.ThisRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of JMH round by round, so that what is compared is measured in turns, and
 * keeps the results of each class in a file of its own.
 */
public final class Benchmarks {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Options options;
  private final Results results;
  private final Environment environment;
  private final Map<String, List<JsonNode>> rounds = new LinkedHashMap<>();

  private Benchmarks(Options options, Results results, Environment environment) {
    this.options = options;
    this.results = results;
    this.environment = environment;
  }

  /**
   * Runs the benchmarks, as often as the system property {@code benchmarks.rounds} says.
   *
   * @param args a regular expression of their names, and any other option of JMH
   * @throws CommandLineOptionException if JMH does not know an option
   * @throws RunnerException if no benchmark has such a name
   * @throws IOException if the results cannot be written
   */
  public static void main(String... args)
      throws CommandLineOptionException, RunnerException, IOException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .addProfiler(GCProfiler.class)
            .build();
    Benchmarks benchmarks = new Benchmarks(options, Results.ofProperty(), ThisRun.environment());
    // One that fails is told by JMH, and has no line in the table: not every runtime has a peer.
    int rounds = Settings.positive("benchmarks.rounds", 5);
    for (int round = 1; round <= rounds; round++) {
      System.out.println("# Round " + round + " of " + rounds);
      benchmarks.run();
    }
    Report.write(benchmarks.results);
  }

  /** What was measured is written after every round: a long run may be broken off. */
  private void run() throws RunnerException, IOException {
    Map<String, List<RunResult>> byClass =
        new Runner(options)
            .run().stream()
                .collect(
                    Collectors.groupingBy(
                        Benchmarks::className, LinkedHashMap::new, Collectors.toList()));
    for (var measured : byClass.entrySet()) {
      List<JsonNode> all = rounds.computeIfAbsent(measured.getKey(), name -> new ArrayList<>());
      all.add(json(measured.getValue()));
      String file = "jmh-" + measured.getKey() + ".json";
      results.write(file, new JmhResults(environment, all));
    }
  }

  private static String className(RunResult result) {
    List<String> names = List.of(result.getParams().getBenchmark().split("\\.", -1));
    return names.get(names.size() - 2);
  }

  private static JsonNode json(Collection<RunResult> measured) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(measured);
    }
    JsonNode json = JSON.readTree(bytes.toByteArray());
    // Where Java is installed says nothing: the environment has its version.
    json.forEach(result -> ((ObjectNode) result).remove("jvm"));
    return json;
  }
}
