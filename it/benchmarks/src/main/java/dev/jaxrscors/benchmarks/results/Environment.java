package dev.jaxrscors.benchmarks.results;

import java.util.List;

/**
 * Where and when something was measured.
 *
 * @param date the begin of the run
 * @param commit what was measured
 * @param jvm the virtual machine
 * @param system the operating system
 * @param processor the model of the processor
 * @param cores how many of them the virtual machine may use
 * @param memory of the machine
 * @param libraries the jars on the class path, with their versions
 */
public record Environment(
    String date,
    String commit,
    String jvm,
    String system,
    String processor,
    int cores,
    String memory,
    List<String> libraries) {

  /**
   * Copies the list.
   *
   * @param date the begin of the run
   * @param commit what was measured
   * @param jvm the virtual machine
   * @param system the operating system
   * @param processor the model of the processor
   * @param cores how many of them the virtual machine may use
   * @param memory of the machine
   * @param libraries the jars on the class path, with their versions
   */
  public Environment {
    libraries = List.copyOf(libraries);
  }
}
