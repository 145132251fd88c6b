package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions of a policy that allows every origin: what it refuses is a method. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PublicDecisionBenchmark {

  private Decision decision = Decision.allowing(Allowed.ALL.origins());
  private ActualRequest withOrigin = Decision.actual(Allowed.ALL.stranger());
  private ActualRequest withoutOrigin = Decision.actual();
  private Preflight forAllowed =
      Decision.preflight(Allowed.ALL.stranger(), "PUT", Decision.HEADERS);
  private Preflight forOther =
      Decision.preflight(Allowed.ALL.stranger(), "DELETE", Decision.HEADERS);

  /** Checks what is decided. */
  @Setup
  public void check() {
    Expected.granted(actualAllowed(), "*");
    Expected.granted(preflightAllowed(), "*");
    Expected.leftToBrowser(preflightRefused(), "*");
    Expected.notAsked(actualWithoutOrigin());
  }

  @Benchmark
  public Verdict actualAllowed() {
    return decision.on(withOrigin);
  }

  @Benchmark
  public Verdict actualWithoutOrigin() {
    return decision.on(withoutOrigin);
  }

  @Benchmark
  public Verdict preflightAllowed() {
    return decision.on(forAllowed);
  }

  @Benchmark
  public Verdict preflightRefused() {
    return decision.on(forOther);
  }
}
