package dev.jaxrscors.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What tells one line of a table from the others.
 *
 * @param values the values of the parameters by their names, in order; the method of a benchmark is
 *     one of them where there are several
 */
record Case(Map<String, String> values) {

  /** {@return the value of a parameter} */
  String value(String parameter) {
    return values.getOrDefault(parameter, "");
  }

  /** {@return this case with another value of one parameter} */
  Case with(String parameter, String value) {
    Map<String, String> other = new LinkedHashMap<>(values);
    other.put(parameter, value);
    return new Case(other);
  }

  @Override
  public String toString() {
    return values.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
  }
}
