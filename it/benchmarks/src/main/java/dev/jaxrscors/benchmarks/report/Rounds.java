package dev.jaxrscors.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One figure, measured once in each round.
 *
 * @param values the figures, by round
 */
record Rounds(List<Double> values) {

  /** Copies the list, which holds one figure at least. */
  Rounds {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no round");
    }
  }

  /** {@return the middle figure, or the mean of the two in the middle} */
  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * {@return how many times the figure of the same round the figures are}
   *
   * @param base the other figure, of as many rounds
   */
  Rounds over(Rounds base) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < values.size(); round++) {
      ratios.add(values.get(round) / base.values.get(round));
    }
    return new Rounds(ratios);
  }

  /**
   * {@return how much more than the figure of the same round the figures are}
   *
   * @param base the other figure, of as many rounds
   */
  Rounds minus(Rounds base) {
    List<Double> differences = new ArrayList<>();
    for (int round = 0; round < values.size(); round++) {
      differences.add(values.get(round) - base.values.get(round));
    }
    return new Rounds(differences);
  }

  /** {@return the median, and in brackets the least and the greatest figure} */
  String asRatio() {
    String median = String.format(Locale.ROOT, "%.2f", median());
    if (values.size() == 1) {
      return median;
    }
    double least = values.stream().min(Double::compare).orElseThrow();
    double greatest = values.stream().max(Double::compare).orElseThrow();
    return String.format(Locale.ROOT, "%s (%.2f-%.2f)", median, least, greatest);
  }

  /** {@return the median, with the digits that matter} */
  String asNumber() {
    return number(median());
  }

  /** {@return the median, with a sign} */
  String asDifference() {
    double median = median();
    return (median < 0 ? "-" : "+") + number(Math.abs(median));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    // JMH tells no allocation as a ten-thousandth of a byte.
    if (size < 0.005) {
      return "0";
    }
    return String.format(Locale.ROOT, size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%,.0f", value);
  }
}
