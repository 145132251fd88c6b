package dev.jaxrscors.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is counted, and that nobody outside makes series. */
class CorsMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CorsMetrics metrics = new CorsMetrics(registry);

  private static JudgedRequest request(RequestKind kind, String origin, String policy) {
    return new JudgedRequest(kind, origin, "GET", "/orders/{id}", policy);
  }

  private double count(String kind, String outcome, String reason, String policy) {
    return registry
        .get("cors.requests")
        .tags("kind", kind, "outcome", outcome, "reason", reason, "policy", policy)
        .counter()
        .count();
  }

  @Test
  void requests_are_counted_by_kind_outcome_reason_and_policy() {
    JudgedRequest preflight = request(RequestKind.PREFLIGHT, "https://a.example", "Orders");
    JudgedRequest actual = request(RequestKind.ACTUAL, "https://a.example", "Orders");
    metrics.granted(new CorsEvent.Granted(preflight));
    metrics.granted(new CorsEvent.Granted(preflight));
    metrics.refused(new CorsEvent.Refused(preflight, Reason.HEADER_NOT_ALLOWED));
    metrics.withheld(new CorsEvent.Withheld(actual, Reason.ORIGIN_NOT_ALLOWED));

    assertThat(count("preflight", "granted", "none", "Orders")).isEqualTo(2);
    assertThat(count("preflight", "refused", "header_not_allowed", "Orders")).isEqualTo(1);
    assertThat(count("actual", "withheld", "origin_not_allowed", "Orders")).isEqualTo(1);
  }

  @Test
  void what_no_policy_decided_has_a_tag_all_the_same() {
    metrics.refused(
        new CorsEvent.Refused(request(RequestKind.PREFLIGHT, "x", ""), Reason.NO_SUCH_RESOURCE));

    assertThat(count("preflight", "refused", "no_such_resource", "none")).isEqualTo(1);
  }

  @Test
  void policies_without_end_share_a_series() {
    for (int i = 0; i < 10_000; i++) {
      metrics.granted(new CorsEvent.Granted(request(RequestKind.ACTUAL, "x", "Policy" + i)));
    }

    assertThat(registry.getMeters()).hasSize(CorsMetrics.MOST_POLICIES + 1);
    assertThat(count("actual", "granted", "none", "other")).isEqualTo(9_900);
  }

  /** Micrometer makes one meter at a time: where one hangs, all that are new do. */
  @Test
  void a_registry_that_hangs_holds_up_what_is_new_to_it_alone() throws Exception {
    CountDownLatch released = new CountDownLatch(1);
    SimpleMeterRegistry hanging =
        new SimpleMeterRegistry() {
          @Override
          protected Counter newCounter(Meter.Id id) {
            if (String.valueOf(id.getTag("policy")).startsWith("New")) {
              await(released);
            }
            return super.newCounter(id);
          }
        };
    CorsMetrics counting = new CorsMetrics(hanging);
    countEach(counting, 60);
    List<Thread> held =
        IntStream.range(0, 30)
            .mapToObj(number -> new Thread(() -> granted(counting, "New" + number)))
            .toList();
    held.forEach(Thread::start);
    while (held.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE)) {
      Thread.onSpinWait();
    }
    try {
      CompletableFuture.runAsync(() -> countEach(counting, 60)).get(30, TimeUnit.SECONDS);
    } finally {
      released.countDown();
    }
    for (Thread thread : held) {
      thread.join(30_000);
    }
    assertThat(hanging.find("cors.requests").counters())
        .hasSize(90)
        .allMatch(counter -> counter.count() == (isNew(counter) ? 1 : 2));
  }

  private static boolean isNew(Counter counter) {
    return String.valueOf(counter.getId().getTag("policy")).startsWith("New");
  }

  private static void countEach(CorsMetrics counting, int policies) {
    for (int i = 0; i < policies; i++) {
      granted(counting, "Policy" + i);
    }
  }

  private static void granted(CorsMetrics counting, String policy) {
    counting.granted(new CorsEvent.Granted(request(RequestKind.ACTUAL, "x", policy)));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_million_random_origins_leave_memory_and_series_flat() {
    flood(50_000);
    long before = heap();
    int series = registry.getMeters().size();
    flood(1_000_000);
    long after = heap();
    System.out.printf(
        "A million random origins: heap %d -> %d KiB, %d series%n",
        before >> 10, after >> 10, registry.getMeters().size());

    assertThat(registry.getMeters()).hasSize(series).hasSize(1);
    assertThat(count("actual", "withheld", "origin_not_allowed", "Orders")).isEqualTo(1_050_000);
    assertThat(after - before).isLessThan(2 << 20);
  }

  private void flood(int times) {
    SplittableRandom random = new SplittableRandom(times);
    for (int i = 0; i < times; i++) {
      String origin = "https://" + Long.toHexString(random.nextLong()) + ".example";
      metrics.withheld(
          new CorsEvent.Withheld(
              request(RequestKind.ACTUAL, origin, "Orders"), Reason.ORIGIN_NOT_ALLOWED));
    }
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
