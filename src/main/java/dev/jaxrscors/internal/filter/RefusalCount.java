package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * How often one refusal was repeated: its first line is enough for a while, and the next one has
 * the count.
 */
final class RefusalCount {

  /** So long a refusal is only counted after its line. */
  static final long QUIET_NANOS = 600_000_000_000L;

  /** So many are counted before there is another line, however soon. */
  static final long MOST_QUIET = 100_000;

  private boolean logged;
  private long loggedAt;
  private long repeated;

  /**
   * Counts one, and returns what its line ends with; null if it is not to be logged.
   *
   * @param limit lets lines pass, whatever they are about
   */
  synchronized @Nullable String next(long now, RateLimit limit) {
    if (logged && now - loggedAt < QUIET_NANOS && repeated < MOST_QUIET) {
      repeated++;
      return null;
    }
    long leftOut = limit.spend();
    if (leftOut < 0) {
      return null;
    }
    String end = end(repeated, leftOut);
    logged = true;
    loggedAt = now;
    repeated = 0;
    return end;
  }

  private static String end(long repeated, long leftOut) {
    String again = repeated == 0 ? "" : " (and " + repeated + " times since the last such line)";
    return leftOut == 0 ? again : again + " (" + leftOut + " lines like this were left out before)";
  }
}
