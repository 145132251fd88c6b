package dev.jaxrscors.benchmarks;

import dev.jaxrscors.benchmarks.report.Report;
import dev.jaxrscors.benchmarks.results.Results;
import dev.jaxrscors.benchmarks.wire.WireBenchmark;
import java.io.IOException;

/** Loads the real servers, and writes what it measured and the tables. */
public final class Wire {

  private Wire() {}

  /**
   * Runs the benchmark.
   *
   * @param args none: what can be set are system properties
   * @throws IOException if a server or the load generator cannot be started
   */
  public static void main(String... args) throws IOException {
    Results results = Results.ofProperty();
    results.write("wire.json", WireBenchmark.run());
    Report.write(results);
  }
}
