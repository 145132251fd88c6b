package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.results.Environment;
import java.util.List;

/**
 * All that one run measured.
 *
 * @param environment where and when
 * @param generator the load generator and its version
 * @param flags the options of each server's virtual machine
 * @param plan how they were loaded
 * @param samples the loads, in order
 */
public record WireResults(
    Environment environment,
    String generator,
    List<String> flags,
    LoadPlan plan,
    List<Sample> samples) {

  /**
   * Copies the lists.
   *
   * @param environment where and when
   * @param generator the load generator and its version
   * @param flags the options of each server's virtual machine
   * @param plan how they were loaded
   * @param samples the loads, in order
   */
  public WireResults {
    flags = List.copyOf(flags);
    samples = List.copyOf(samples);
  }
}
