package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.CapturedLog;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is done beside the requests: one thing at a time, and whatever becomes of it, it ends. */
class OneAtATimeTest {

  private static final long LONG_ENOUGH = 20_000;

  @AutoClose private final CapturedLog log = CapturedLog.open();
  private final OneAtATime beside = new OneAtATime();

  private static void await(CountDownLatch latch) {
    assertThat(OneAtATime.await(latch, LONG_ENOUGH)).isTrue();
  }

  /** Begins something as soon as nothing else is done any more. */
  private void beginNext() {
    CountDownLatch begun = new CountDownLatch(1);
    long end = System.nanoTime() + LONG_ENOUGH * 1_000_000;
    while (begun.getCount() > 0 && System.nanoTime() < end) {
      await(beside.begin(ended -> begun.countDown()));
    }
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void while_something_is_done_nothing_else_is_begun() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch first =
        beside.begin(
            ended -> {
              begun.countDown();
              await(released);
            });
    await(begun);
    CountDownLatch second =
        beside.begin(
            ended -> {
              throw new AssertionError("two at a time");
            });
    assertThat(second.getCount()).as("there is nothing to wait for").isZero();
    assertThat(first.getCount()).isOne();

    released.countDown();
    await(first);
    beginNext();
  }

  @Test
  void a_result_may_be_there_before_its_end() {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch begun =
        beside.begin(
            ended -> {
              ended.countDown();
              await(released);
            });
    await(begun);
    released.countDown();
    beginNext();
  }

  @Test
  void its_end_can_be_waited_for_so_that_something_else_is_begun() {
    assertThat(beside.awaitEnd(LONG_ENOUGH)).as("nothing is done").isFalse();
    CountDownLatch released = new CountDownLatch(1);
    await(
        beside.begin(
            result -> {
              result.countDown();
              await(released);
            }));
    assertThat(beside.awaitEnd(1)).isTrue();

    released.countDown();
    beside.awaitEnd(LONG_ENOUGH);
    CountDownLatch begun = new CountDownLatch(1);
    await(beside.begin(result -> begun.countDown()));
    assertThat(begun.getCount()).isZero();
  }

  @Test
  void what_fails_is_logged_and_ends_too() {
    IllegalStateException thrown = new IllegalStateException("no database");
    await(
        beside.begin(
            ended -> {
              throw thrown;
            }));
    beginNext();
    assertThat(log.records())
        .singleElement()
        .satisfies(r -> assertThat(r.getThrown()).isSameAs(thrown));
    assertThat(log.errors())
        .containsExactly("CORS policies cannot be made anew; those before stay");
  }

  @Test
  void its_thread_keeps_no_machine_alive_and_finds_what_the_request_finds() throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    AtomicReference<ClassLoader> loader = new AtomicReference<>();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader ofApplication = new URLClassLoader(new URL[0], before)) {
      Thread.currentThread().setContextClassLoader(ofApplication);
      await(
          beside.begin(
              ended -> {
                thread.set(Thread.currentThread());
                loader.set(Thread.currentThread().getContextClassLoader());
              }));
      assertThat(loader).hasValue(ofApplication);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    assertThat(thread.get().isDaemon()).isTrue();
    assertThat(thread.get()).isNotSameAs(Thread.currentThread());
  }

  @Test
  void who_waits_in_vain_is_told_so() {
    assertThat(OneAtATime.await(new CountDownLatch(1), 1)).isFalse();
    assertThat(OneAtATime.await(new CountDownLatch(0), 1)).isTrue();
  }

  @Test
  void a_request_that_is_interrupted_while_it_waits_stays_so() {
    Thread.currentThread().interrupt();
    assertThat(OneAtATime.await(new CountDownLatch(1), LONG_ENOUGH)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
