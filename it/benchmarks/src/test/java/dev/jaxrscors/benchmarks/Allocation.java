package dev.jaxrscors.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that code allocates, which are stable where times are not. */
public final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 50;
  private static final int CALLS = 1_000;

  private Allocation() {}

  /**
   * {@return the bytes that one call allocates} It is the least of many rounds, because the JVM may
   * allocate in between for itself.
   *
   * @param call the call
   */
  public static long perCall(Runnable call) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CALLS; i++) {
        call.run();
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    // Upwards: one object in a thousand calls is one too many.
    return (least + CALLS - 1) / CALLS;
  }

  /**
   * {@return the bytes that a call allocates the first time}
   *
   * @param call the call
   */
  public static long once(Runnable call) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    call.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
