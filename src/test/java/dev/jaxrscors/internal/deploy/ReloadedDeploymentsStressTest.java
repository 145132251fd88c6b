package dev.jaxrscors.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.AtOnce;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.Seeds;
import dev.jaxrscors.internal.filter.Fakes;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.wire.CapturedLog;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Configuration changes while many threads ask for what is in force, and let it be read again. */
class ReloadedDeploymentsStressTest {

  private static final int FLURRIES = 20;
  private static final int CHANGES_OF_A_FLURRY = 10;
  private static final int MOST_TICKS = 5_000;
  private static final long READING_NANOS = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Class<?> TYPE = Reloaded.class;

  @Path("reloaded")
  @CorsPolicy("reloaded")
  static class Reloaded {
    @GET
    public String get() {
      return "";
    }
  }

  /** What stands in configuration is another thing at once: no key changes before the others. */
  private static final class Switched extends AbstractMap<String, Object> {
    private volatile Map<String, Object> now = written(0);

    /** Reading a key takes a moment, in which the next one may change. */
    @Override
    public Set<Entry<String, Object>> entrySet() {
      LockSupport.parkNanos(READING_NANOS);
      return now.entrySet();
    }

    void write(int generation) {
      now = written(generation);
    }

    /** No value of one generation is that of another. */
    private static Map<String, Object> written(int generation) {
      String prefix = "cors.policy.reloaded.";
      return Map.of(
          "cors.reload",
          "1ms",
          prefix + "origins",
          "https://a" + generation + ".example",
          prefix + "allowed-headers",
          "X-A" + generation,
          prefix + "exposed-headers",
          "X-E" + generation,
          prefix + "credentials",
          generation % 2 == 0 ? "allow" : "refuse",
          prefix + "max-age",
          generation);
    }
  }

  private final Switched properties = new Switched();
  private final Set<String> wrong = ConcurrentHashMap.newKeySet();

  @Test
  void what_is_in_force_is_one_configuration_in_whole_and_never_an_older_one() throws Exception {
    SplittableRandom random = new SplittableRandom(Seeds.random(getClass()).nextLong());
    AtomicBoolean ended = new AtomicBoolean();
    try (CapturedLog log = CapturedLog.open()) {
      Redeployment redeployment = Deployed.again(properties, List.of(TYPE));
      AtOnce.run(
          thread -> {
            if (thread > 0) {
              watch(redeployment, ended);
              return;
            }
            try {
              change(redeployment, random);
            } finally {
              ended.set(true);
            }
          });
      assertThat(log.errors()).isEmpty();
      await(() -> last(log).startsWith("CORS configuration has changed, and is in force now"));
    }
    assertThat(wrong).isEmpty();
  }

  /** Some changes come while others are read. */
  private void change(Redeployment redeployment, SplittableRandom random) {
    int generation = 0;
    for (int flurry = 0; flurry < Seeds.cases(FLURRIES); flurry++) {
      for (int i = 0; i < CHANGES_OF_A_FLURRY; i++) {
        generation++;
        properties.write(generation);
        IntStream.range(0, random.nextInt(MOST_TICKS)).forEach(tick -> redeployment.tick());
      }
      int last = generation;
      await(() -> look(redeployment, 0) == last);
    }
  }

  private void watch(Redeployment redeployment, AtomicBoolean ended) {
    int seen = 0;
    while (!ended.get()) {
      seen = look(redeployment, seen);
    }
  }

  /** Returns the generation that is in force, which is to be no older than one seen before. */
  private int look(Redeployment redeployment, int seen) {
    redeployment.tick();
    Policy policy = inForce(redeployment);
    int generation = policy.maxAge().seconds();
    if (!isWhole(policy, generation)) {
      wrong.add("parts of " + generation);
    }
    if (generation < seen) {
      wrong.add(generation + " after " + seen);
    }
    return generation;
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static String last(CapturedLog log) {
    List<String> lines = log.infos();
    return lines.get(lines.size() - 1);
  }

  private static Policy inForce(Redeployment redeployment) {
    AppliedPolicy applied =
        redeployment.inForce().others().applied(TYPE, Fakes.method(TYPE, "get"), List.of());
    return ((AppliedPolicy.Governed) applied).policy();
  }

  private static boolean isWhole(Policy policy, int generation) {
    Policy whole =
        Policy.builder()
            .origins("https://a" + generation + ".example")
            .allowedHeaders("X-A" + generation)
            .exposedHeaders("X-E" + generation)
            .credentials(generation % 2 == 0 ? Credentials.ALLOW : Credentials.REFUSE)
            .maxAge(generation)
            .build();
    return policy.equals(whole);
  }
}
