package dev.jaxrscors.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.jaxrscors.benchmarks.results.Environment;
import dev.jaxrscors.benchmarks.results.JmhResults;
import java.util.List;
import java.util.Map;

/**
 * What of {@link JmhResults} goes into a table.
 *
 * @param environment where and when
 * @param rounds by round, the benchmarks
 */
record JmhFile(Environment environment, List<List<Entry>> rounds) {

  /**
   * One benchmark with one value for each of its parameters, in one round.
   *
   * @param benchmark the full name of its method
   * @param params the values by the names of the parameters
   * @param primaryMetric the time, or what else was measured
   * @param secondaryMetrics what the profilers say, and counters
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(
      String benchmark,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> params,
      Metric primaryMetric,
      Map<String, Metric> secondaryMetrics) {

    String method() {
      return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
  }

  /**
   * A figure.
   *
   * @param score the mean over the iterations
   * @param scoreUnit such as {@code ns/op}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Metric(double score, String scoreUnit) {}
}
