package dev.jaxrscors.benchmarks.report;

import dev.jaxrscors.benchmarks.results.ResultsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of one file of JMH's results: a line for each combination of parameters, with its
 * ratios over the line that is bare, and over the line of the least number.
 */
final class JmhTables {

  private final String file;
  private final Map<Case, Series> all;
  private final List<String> parameters;
  private final Set<String> counters = new LinkedHashSet<>();
  private final List<Comparison> withBare;
  private final List<Comparison> withLeast;

  private JmhTables(String file, Map<Case, Series> all) {
    this.file = file;
    this.all = all;
    this.parameters =
        all.keySet().stream().flatMap(one -> one.values().keySet().stream()).distinct().toList();
    all.values().forEach(series -> counters.addAll(series.counters().keySet()));
    this.withBare = Comparison.withBare(all.keySet());
    this.withLeast = Comparison.withLeast(all.keySet());
  }

  /**
   * Returns the table, and under it the lines that are missing.
   *
   * @param file the name of the file
   * @param content its content
   * @return Markdown
   * @throws ResultsException if something to compare with is missing
   */
  static String of(String file, JmhFile content) {
    JmhTables tables = new JmhTables(file, JmhSeries.of(file, content));
    return tables.table() + tables.missing();
  }

  /** Tells what has no line: what failed, or does not exist, such as a peer that there is not. */
  private String missing() {
    List<Case> missing = product().filter(one -> !all.containsKey(one)).toList();
    return missing.isEmpty()
        ? ""
        : missing.stream()
            .map(Case::toString)
            .collect(Collectors.joining("; ", "\nNo result: ", ".\n"));
  }

  /** Each value of each parameter with each of the others. */
  private Stream<Case> product() {
    Stream<Case> product = Stream.of(new Case(Map.of()));
    for (String parameter : parameters) {
      List<String> values =
          all.keySet().stream().map(one -> one.value(parameter)).distinct().toList();
      product = product.flatMap(one -> values.stream().map(value -> one.with(parameter, value)));
    }
    return product;
  }

  private Table table() {
    Table table = new Table(header());
    for (Case one : sorted()) {
      table.add(line(one, series(one)));
    }
    return table;
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(parameters);
    header.add(units().collect(Collectors.joining(" or ")));
    withBare.forEach(comparison -> header.add("over " + comparison.base()));
    withLeast.forEach(comparison -> header.add("over " + comparison));
    header.add("B/op");
    withBare.forEach(comparison -> header.add("B more than " + comparison.base()));
    header.addAll(counters);
    return header;
  }

  private Stream<String> units() {
    return all.values().stream().map(Series::unit).distinct();
  }

  /** What is compared stands together, and the first line is what it is compared with. */
  private List<Case> sorted() {
    Map<Case, List<Case>> groups = new LinkedHashMap<>();
    for (Case one : all.keySet()) {
      List<Case> group = groups.computeIfAbsent(base(one), base -> new ArrayList<>());
      group.add(withBare.stream().anyMatch(c -> c.isBase(one)) ? 0 : group.size(), one);
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  private Case base(Case one) {
    return withBare.stream().map(comparison -> comparison.baseOf(one)).findFirst().orElse(one);
  }

  private List<String> line(Case one, Series series) {
    List<String> line = new ArrayList<>();
    parameters.forEach(parameter -> line.add(one.value(parameter)));
    line.add(series.score().asNumber() + (units().count() > 1 ? " " + series.unit() : ""));
    Stream.concat(withBare.stream(), withLeast.stream())
        .forEach(comparison -> line.add(ratio(one, series, comparison)));
    line.add(series.bytes().asNumber());
    withBare.forEach(comparison -> line.add(difference(one, series, comparison)));
    for (String counter : counters) {
      Rounds counted = series.counters().get(counter);
      line.add(counted == null ? "" : counted.asNumber());
    }
    return line;
  }

  private String ratio(Case one, Series series, Comparison comparison) {
    return comparison.isBase(one)
        ? ""
        : series.score().over(base(one, series, comparison).score()).asRatio();
  }

  private String difference(Case one, Series series, Comparison comparison) {
    return comparison.isBase(one)
        ? ""
        : series.bytes().minus(base(one, series, comparison).bytes()).asDifference();
  }

  private Series base(Case one, Series series, Comparison comparison) {
    Series base = series(comparison.baseOf(one));
    if (!base.unit().equals(series.unit())) {
      throw new ResultsException(
          file, "has %s in %s, and %s in another unit".formatted(one, series.unit(), comparison));
    }
    return base;
  }

  private Series series(Case one) {
    Series series = all.get(one);
    if (series == null) {
      throw new ResultsException(file, "has nothing of " + one + ", to compare others with");
    }
    return series;
  }
}
