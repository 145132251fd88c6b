package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.results.Settings;

/**
 * How the servers are loaded.
 *
 * @param connections how many the generator keeps to one server
 * @param warmUpSeconds how long each server answers each call before the first round
 * @param seconds how long it does in each round
 * @param rounds how many rounds
 */
public record LoadPlan(int connections, int warmUpSeconds, int seconds, int rounds) {

  /**
   * Reads the system properties {@code wire.connections}, {@code wire.warmup}, {@code wire.seconds}
   * and {@code wire.rounds}.
   *
   * @return the plan
   * @throws IllegalArgumentException if one is no number from 1 upwards; the message says which
   */
  static LoadPlan ofProperties() {
    return new LoadPlan(
        Settings.positive("wire.connections", 8),
        Settings.positive("wire.warmup", 5),
        Settings.positive("wire.seconds", 4),
        Settings.positive("wire.rounds", 5));
  }
}
