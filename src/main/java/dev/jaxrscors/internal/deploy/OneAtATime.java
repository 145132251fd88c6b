package dev.jaxrscors.internal.deploy;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets a thread do something beside the requests, one thing at a time; no thread is kept. */
final class OneAtATime {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * Begins something, unless a thread is at it already.
   *
   * @param task is handed what to count down once there is a result; that is done at its end, too
   * @return what tells that there is a result, or that nothing was begun
   */
  CountDownLatch begin(Consumer<CountDownLatch> task) {
    CountDownLatch ended = new CountDownLatch(1);
    if (!running.compareAndSet(false, true)) {
      ended.countDown();
      return ended;
    }
    try {
      start(() -> run(task, ended));
    } catch (RuntimeException | OutOfMemoryError e) {
      // There are too many threads: another request will try again, and this one goes on.
      running.set(false);
      ended.countDown();
    }
    return ended;
  }

  private void run(Consumer<CountDownLatch> task, CountDownLatch ended) {
    try {
      task.accept(ended);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOGGER.log(Level.ERROR, "CORS policies cannot be made anew; those before stay", e);
    } finally {
      running.set(false);
      ended.countDown();
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(null, work, "cors-redeployment", 0, false);
    thread.setDaemon(true);
    // Configuration and beans are found by it.
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
  }

  /** Waits for a result, and reports whether it came in time. */
  static boolean await(CountDownLatch ended, long millis) {
    try {
      return ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
