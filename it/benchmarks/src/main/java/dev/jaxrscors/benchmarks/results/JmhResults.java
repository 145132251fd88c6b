package dev.jaxrscors.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What JMH measured of one class of benchmarks.
 *
 * @param environment where and when
 * @param rounds by round, what JMH itself writes as JSON
 */
public record JmhResults(Environment environment, List<JsonNode> rounds) {

  /**
   * Copies the list.
   *
   * @param environment where and when
   * @param rounds by round, what JMH itself writes as JSON
   */
  public JmhResults {
    rounds = List.copyOf(rounds);
  }
}
