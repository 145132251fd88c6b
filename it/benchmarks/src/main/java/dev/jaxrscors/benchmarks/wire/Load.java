package dev.jaxrscors.benchmarks.wire;

import java.time.Duration;

/**
 * What the load generator counted.
 *
 * @param requests how many were answered
 * @param duration how long it took
 * @param refused how many answers had a status code of 400 and more
 * @param broken how many connections, reads, writes failed or took too long
 */
record Load(long requests, Duration duration, long refused, long broken) {

  /**
   * {@return whether there were answers, and each of them can have had this status code}
   *
   * @param status the code
   */
  boolean isAllOf(int status) {
    return requests > 0 && broken == 0 && refused == (status < 400 ? 0 : requests);
  }
}
