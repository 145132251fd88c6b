package dev.jaxrscors.internal.deploy;

import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a thread do something beside the requests, one thing at a time; no thread is kept. */
final class OneAtATime {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  // What is counted down at the end of what a thread is at; null while none is at anything.
  private final AtomicReference<@Nullable CountDownLatch> atWork = new AtomicReference<>();

  /**
   * Begins something, unless a thread is at it already.
   *
   * @param task is handed what to count down once there is a result; that is done at its end, too
   * @return what tells that there is a result, or that nothing was begun
   */
  CountDownLatch begin(Consumer<CountDownLatch> task) {
    CountDownLatch result = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    if (!atWork.compareAndSet(null, end)) {
      result.countDown();
      return result;
    }
    try {
      start(() -> run(task, result, end));
    } catch (RuntimeException | OutOfMemoryError e) {
      // There are too many threads: another request will try again, and this one goes on.
      end(result, end);
    }
    return result;
  }

  private void run(Consumer<CountDownLatch> task, CountDownLatch result, CountDownLatch end) {
    try {
      task.accept(result);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOGGER.log(Level.ERROR, "CORS policies cannot be made anew; those before stay", e);
    } finally {
      end(result, end);
    }
  }

  private void end(CountDownLatch result, CountDownLatch end) {
    atWork.set(null);
    end.countDown();
    result.countDown();
  }

  /**
   * Waits for the end of what a thread is at, results or not, if it comes soon.
   *
   * @return whether a thread was at anything
   */
  boolean awaitEnd(long millis) {
    CountDownLatch end = atWork.get();
    if (end == null) {
      return false;
    }
    await(end, millis);
    return true;
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
