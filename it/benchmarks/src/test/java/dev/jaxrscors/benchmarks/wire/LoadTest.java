package dev.jaxrscors.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A short load, to see that it can be run and is counted. */
class LoadTest {

  private static final String REASON =
      "LEFT OUT, not passed: the load, because this machine lacks wrk."
          + " To run it: apt-get install wrk";

  /** With {@code WRK=required} in the environment it runs, and fails, where there is none. */
  @BeforeAll
  static void needs_wrk() {
    if (!"required".equals(System.getenv("WRK")) && !isHere()) {
      System.out.println(REASON);
      Assumptions.abort(REASON);
    }
  }

  private static boolean isHere() {
    try {
      return Wrk.version().startsWith("wrk");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void a_load_is_counted_with_what_the_server_worked() throws IOException {
    try (ServerProcess server = ServerProcess.start(Container.JETTY, CorsLayer.OURS)) {
      Meter meter = new Meter(new Wrk(2));
      meter.check(server);
      Sample read = meter.load(server, Call.GET_ALLOWED, 1, 1);
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.requests()).isGreaterThan(10);
      assertThat(read.micros()).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos() / 1000);
      assertThat(read.cpuPerRequest()).isPositive();
      assertThat(read.requestsPerSecond()).isLessThanOrEqualTo((double) read.requests());
      Sample refused = meter.load(server, Call.PREFLIGHT_REFUSED, 1, 1);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.requests()).isGreaterThan(10);
    }
  }
}
