package dev.jaxrscors.wire;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A moment after which a whole exchange is given up, however many bytes still drip in.
 *
 * @param nanos the moment on the clock of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** Returns the time left, at least 1: a socket takes 0 for "wait for ever". */
  int millisLeft() throws SocketTimeoutException {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException("the time for this exchange is over");
    }
    return (int) Math.min(Integer.MAX_VALUE, Duration.ofNanos(left).toMillis() + 1);
  }
}
