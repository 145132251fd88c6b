package dev.jaxrscors.benchmarks.report;

import dev.jaxrscors.benchmarks.results.ResultsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Reads the rounds of a file of JMH's results across: all rounds of one case together. */
final class JmhSeries {

  private static final String BYTES = "gc.alloc.rate.norm";

  private final String file;
  private final boolean severalMethods;
  private final Map<Case, List<JmhFile.Entry>> entries = new LinkedHashMap<>();

  private JmhSeries(String file, JmhFile content) {
    this.file = file;
    this.severalMethods =
        content.rounds().stream()
                .flatMap(List::stream)
                .map(JmhFile.Entry::benchmark)
                .distinct()
                .count()
            > 1;
  }

  /**
   * Returns what a file holds, by case.
   *
   * @param file its name
   * @param content its content
   * @return the series
   * @throws ResultsException if it is empty, or a round lacks a case or its allocation
   */
  static Map<Case, Series> of(String file, JmhFile content) {
    JmhSeries series = new JmhSeries(file, content);
    content.rounds().forEach(series::add);
    return series.check(content.rounds().size());
  }

  private void add(List<JmhFile.Entry> round) {
    for (JmhFile.Entry entry : round) {
      entries.computeIfAbsent(caseOf(entry), one -> new ArrayList<>()).add(entry);
    }
  }

  private Case caseOf(JmhFile.Entry entry) {
    Map<String, String> values = new LinkedHashMap<>();
    if (severalMethods) {
      values.put("benchmark", entry.method());
    }
    values.putAll(entry.params());
    return new Case(values);
  }

  private Map<Case, Series> check(int rounds) {
    if (entries.isEmpty()) {
      throw new ResultsException(file, "holds no benchmark");
    }
    Map<Case, Series> series = new LinkedHashMap<>();
    entries.forEach((one, measured) -> series.put(one, series(one, measured, rounds)));
    return series;
  }

  private Series series(Case one, List<JmhFile.Entry> measured, int rounds) {
    if (measured.size() != rounds) {
      throw new ResultsException(
          file, "has %s %d times in %d rounds".formatted(one, measured.size(), rounds));
    }
    Map<String, Rounds> counters = new LinkedHashMap<>();
    measured.get(0).secondaryMetrics().keySet().stream()
        .filter(name -> !name.startsWith("gc."))
        .forEach(name -> counters.put(name, secondary(one, measured, name)));
    return new Series(
        measured.get(0).primaryMetric().scoreUnit(),
        rounds(measured, entry -> entry.primaryMetric().score()),
        secondary(one, measured, BYTES),
        counters);
  }

  private Rounds secondary(Case one, List<JmhFile.Entry> measured, String name) {
    return rounds(measured, entry -> secondary(one, entry, name));
  }

  private double secondary(Case one, JmhFile.Entry entry, String name) {
    JmhFile.Metric metric = entry.secondaryMetrics().get(name);
    if (metric == null) {
      throw new ResultsException(file, "has no " + name + " of " + one);
    }
    return metric.score();
  }

  private static Rounds rounds(
      List<JmhFile.Entry> measured, ToDoubleFunction<JmhFile.Entry> figure) {
    return new Rounds(measured.stream().mapToDouble(figure).boxed().toList());
  }
}
