package dev.jaxrscors;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Threads that do the same at the same time: what one of them finds wrong fails the test. */
public final class AtOnce {

  /** More than a small machine has processors, so that they are stopped anywhere. */
  public static final int THREADS = 4;

  private static final long LONGEST_MINUTES = 60;

  private AtOnce() {}

  /** What each of them does. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it.
     *
     * @param thread its number, from 0 on
     */
    void run(int thread) throws Exception;
  }

  /** Does something in all threads, and waits for the last of them. */
  public static void run(Work work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Callable<Boolean>> all =
        IntStream.range(0, THREADS)
            .<Callable<Boolean>>mapToObj(
                thread ->
                    () -> {
                      start.await();
                      work.run(thread);
                      return true;
                    })
            .toList();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Boolean> one : pool.invokeAll(all, LONGEST_MINUTES, TimeUnit.MINUTES)) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
