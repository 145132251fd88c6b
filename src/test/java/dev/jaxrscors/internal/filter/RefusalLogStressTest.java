package dev.jaxrscors.internal.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.deploy.RateLimit;
import dev.jaxrscors.internal.deploy.Setup;
import dev.jaxrscors.internal.protocol.Denial;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads refuse a few origins over and over: each refusal is in one line, or in a count. */
class RefusalLogStressTest {

  private static final int REFUSALS_OF_EACH = 20_000;
  private static final int ORIGINS = 30;

  /** A quiet time, in which a refusal is only counted, passes a few times in an ordinary build. */
  private static final long STEP_NANOS = 50_000_000;

  private static final Pattern COUNT = Pattern.compile("\\((?:and )?(\\d+) (?:times|lines) ");

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong clock = new AtomicLong();
  private final RefusalLog<ContainerRequestContext> log =
      new RefusalLog<>(
          new RefusalLogTest.Stub(lines),
          new RefusalLog.Spent(clock::get),
          Setup.EMPTY,
          new RefusalLogTest.Source());

  @Test
  void lines_and_counts_add_up_to_all_refusals() throws Exception {
    int each = Seeds.cases(REFUSALS_OF_EACH);
    AtOnce.run(
        thread -> {
          List<ContainerRequestContext> requests = requests();
          for (int i = 0; i < each; i++) {
            refuse(requests.get((i + thread) % ORIGINS));
            clock.addAndGet(STEP_NANOS);
          }
        });
    assertThat(lines)
        .hasSizeGreaterThan(ORIGINS)
        .hasSizeLessThanOrEqualTo(
            Math.toIntExact(20 * (clock.get() / RateLimit.STRETCH_NANOS + 1)));

    clock.addAndGet(RefusalCount.QUIET_NANOS);
    for (ContainerRequestContext request : requests()) {
      clock.addAndGet(RateLimit.STRETCH_NANOS);
      refuse(request);
    }
    assertThat(lines.stream().mapToLong(line -> 1 + counted(line)).sum())
        .isEqualTo((long) AtOnce.THREADS * each + ORIGINS);
  }

  private static List<ContainerRequestContext> requests() {
    return IntStream.range(0, ORIGINS)
        .mapToObj(i -> RefusalLogTest.from("https://evil-" + i + ".example"))
        .toList();
  }

  private void refuse(ContainerRequestContext request) {
    log.withheld(request, Denial.of(Reason.ORIGIN_NOT_ALLOWED), RefusalLogTest.GOVERNED);
  }

  private static long counted(String line) {
    return COUNT.matcher(line).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
  }
}
