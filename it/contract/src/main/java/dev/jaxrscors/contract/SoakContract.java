package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.OperatedPolicies.A;
import static dev.jaxrscors.contract.OperatedPolicies.B;
import static dev.jaxrscors.contract.OperatedPolicies.EXPOSED;
import static dev.jaxrscors.contract.OperatedPolicies.OPERATED;
import static dev.jaxrscors.contract.OperatedPolicies.ORIGINS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.contract.process.Build;
import dev.jaxrscors.contract.process.Jvm;
import dev.jaxrscors.contract.process.ServerDescriptor;
import dev.jaxrscors.contract.process.ServerProcess;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests of all kinds, as many as a server can take, while its policies change every second: each
 * answer is checked, and nothing grows. It takes {@code -Dsoak.minutes}, ten unless it is said.
 */
@Tag("soak")
public abstract class SoakContract {

  private static final Duration BETWEEN_CHANGES = Duration.ofSeconds(1);

  /** The machine may have other things to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What pools of servers may still add, and what caches that are not full may still hold. */
  private static final long MORE_THREADS = 10;

  private static final double MORE_HEAP = 1.15;

  /** Twenty lines in ten seconds each of refusals and of what no parser reads. */
  private static final double LINES_A_SECOND = 4;

  /** What is said of a policy that changes: the change, and the policies in force. */
  private static final long LINES_A_CHANGE = 4;

  private final Duration duration =
      Duration.ofSeconds(
          (long) (60 * Double.parseDouble(System.getProperty("soak.minutes", "10"))));

  private final ServerDescriptor descriptor;
  private final OperatedPolicies policies;

  /**
   * Takes the server the contract is proved on.
   *
   * @param descriptor how it is launched
   * @param environments how it is told the environment
   */
  protected SoakContract(ServerDescriptor descriptor, Environments environments) {
    this.descriptor = descriptor;
    this.policies = new OperatedPolicies(environments);
  }

  /** What a server holds at one moment. */
  private record Held(long liveBytes, long threads) {

    static Held by(Jvm jvm) {
      return new Held(jvm.liveBytes(), jvm.threads());
    }

    double megabytes() {
      return liveBytes / 1e6;
    }
  }

  @Test
  void every_answer_is_right_and_nothing_grows_while_policies_change() throws Exception {
    ServerProcess server = policies.changing("-soak", descriptor).waiting(PATIENCE);
    server.start();
    try (SoakLoad load = SoakLoad.on(server.baseUri(OPERATED), policies)) {
      Held cold = Held.by(server.jvm());
      int changes = change(server, duration.dividedBy(4));
      Held warm = Held.by(server.jvm());
      changes += change(server, duration.minus(duration.dividedBy(4)));
      load.stop();
      Held last = Held.by(server.jvm());
      long lines = server.log().lines().filter(line -> line.contains("CORS")).count();
      report(load, changes, cold, warm, last, lines);

      assertThat(load.wrong()).isEmpty();
      assertThat(load.granted(A)).isPositive();
      assertThat(load.granted(B)).isPositive();
      assertThat(last.threads()).isLessThanOrEqualTo(warm.threads() + MORE_THREADS);
      assertThat(last.megabytes()).isLessThanOrEqualTo(warm.megabytes() * MORE_HEAP);
      assertThat(lines)
          .isLessThan(
              100 + (long) (duration.toSeconds() * LINES_A_SECOND) + LINES_A_CHANGE * changes);
    } finally {
      server.stop();
    }
  }

  private int change(ServerProcess server, Duration howLong) throws InterruptedException {
    long end = System.nanoTime() + howLong.toNanos();
    int changes = 0;
    while (System.nanoTime() < end) {
      String now = changes++ % 2 == 0 ? B : A;
      policies.set(server, ORIGINS, now, EXPOSED, policies.exposed(now));
      Thread.sleep(BETWEEN_CHANGES.toMillis());
    }
    return changes;
  }

  private void report(SoakLoad load, int changes, Held cold, Held warm, Held last, long lines) {
    String figures =
        String.format(
            Locale.ROOT,
            "%s, %d s: %,d requests, %,d a second, %d wrong, %d changes; granted to A %,d, to B"
                + " %,d; live heap %.1f MB, warm %.1f, at the end %.1f; threads %d, %d, %d; %,d"
                + " lines of CORS in the log",
            Build.serverName(),
            duration.toSeconds(),
            load.sent(),
            load.sent() / Math.max(1, duration.toSeconds()),
            load.wrongCount(),
            changes,
            load.granted(A),
            load.granted(B),
            cold.megabytes(),
            warm.megabytes(),
            last.megabytes(),
            cold.threads(),
            warm.threads(),
            last.threads(),
            lines);
    System.getLogger(SoakContract.class.getName()).log(System.Logger.Level.INFO, figures);
  }
}
