package dev.jaxrscors.internal.deploy;

import java.util.function.LongSupplier;

/**
 * How many lines may go to the log in a stretch of time, so that a flood of refusals is no flood of
 * lines. What is left out is counted, and the next line has the count.
 */
public final class RateLimit {

  static final int LINES = 20;
  public static final long STRETCH_NANOS = 10_000_000_000L;

  private final LongSupplier nanoTime;
  private long stretchStart;
  private int spent;
  private long leftOut;

  public RateLimit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.stretchStart = nanoTime.getAsLong();
  }

  /**
   * Returns how many lines were left out before the one that may be logged now; -1 if it may not.
   */
  public synchronized long spend() {
    long now = nanoTime.getAsLong();
    if (now - stretchStart >= STRETCH_NANOS) {
      stretchStart = now;
      spent = 0;
    }
    if (spent == LINES) {
      leftOut++;
      return -1;
    }
    spent++;
    long before = leftOut;
    leftOut = 0;
    return before;
  }
}
