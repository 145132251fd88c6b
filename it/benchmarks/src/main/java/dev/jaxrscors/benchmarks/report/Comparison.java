package dev.jaxrscors.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A parameter whose other values are compared with one of them.
 *
 * @param parameter its name
 * @param base the value that the others are compared with
 */
record Comparison(String parameter, String base) {

  /** What others are compared with, wherever it is a value, however it is written. */
  private static final Set<String> BASES = Set.of("bare", "baseline", "hashset", "none");

  /**
   * {@return the comparison with what is bare, if there is such a value}
   *
   * @param cases the lines of a table
   */
  static List<Comparison> withBare(Collection<Case> cases) {
    return parameters(cases)
        .flatMap(
            parameter ->
                values(cases, parameter).stream()
                    .filter(value -> BASES.contains(plain(value)))
                    .map(value -> new Comparison(parameter, value)))
        .limit(1)
        .toList();
  }

  /**
   * {@return for each parameter with numbers the comparison with the least of them}
   *
   * @param cases the lines of a table
   */
  static List<Comparison> withLeast(Collection<Case> cases) {
    List<Comparison> found = new ArrayList<>();
    for (String parameter : parameters(cases).toList()) {
      List<String> values = values(cases, parameter);
      if (values.size() > 1 && values.stream().allMatch(value -> value.matches("[0-9]{1,18}"))) {
        String least = values.stream().min(Comparator.comparing(Long::valueOf)).orElseThrow();
        found.add(new Comparison(parameter, least));
      }
    }
    return found;
  }

  private static Stream<String> parameters(Collection<Case> cases) {
    return cases.stream().flatMap(one -> one.values().keySet().stream()).distinct();
  }

  private static List<String> values(Collection<Case> cases, String parameter) {
    return cases.stream().map(one -> one.value(parameter)).distinct().toList();
  }

  private static String plain(String value) {
    return value.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** {@return whether the others are compared with this case} */
  boolean isBase(Case one) {
    return one.value(parameter).equals(base);
  }

  /** {@return what a case is compared with} */
  Case baseOf(Case one) {
    return one.with(parameter, base);
  }

  @Override
  public String toString() {
    return parameter + "=" + base;
  }
}
