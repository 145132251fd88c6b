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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions of a policy that lists origins. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DecisionBenchmark {

  /** The origins that the policy allows. */
  @Param({"ONE", "TWO", "MULTIPLE", "MANY"})
  public Allowed allowed = Allowed.ONE;

  private Decision decision = Decision.allowing(Allowed.ALL.origins());
  private ActualRequest fromListed = Decision.actual();
  private ActualRequest fromStranger = Decision.actual();
  private ActualRequest withoutOrigin = Decision.actual();
  private Preflight ofListed = Decision.preflight("", "", "");
  private Preflight ofStranger = Decision.preflight("", "", "");

  /** Makes the policy and the requests, and checks what is decided. */
  @Setup
  public void prepare() {
    decision = Decision.allowing(allowed.origins());
    fromListed = Decision.actual(allowed.listed());
    fromStranger = Decision.actual(allowed.stranger());
    ofListed = Decision.preflight(allowed.listed(), "PUT", Decision.HEADERS);
    ofStranger = Decision.preflight(allowed.stranger(), "PUT", Decision.HEADERS);
    Expected.granted(actualAllowed(), allowed.listed());
    Expected.granted(preflightAllowed(), allowed.listed());
    Expected.denied(actualRefused());
    Expected.denied(preflightRefused());
    Expected.notAsked(actualWithoutOrigin());
  }

  @Benchmark
  public Verdict actualAllowed() {
    return decision.on(fromListed);
  }

  @Benchmark
  public Verdict actualRefused() {
    return decision.on(fromStranger);
  }

  @Benchmark
  public Verdict actualWithoutOrigin() {
    return decision.on(withoutOrigin);
  }

  @Benchmark
  public Verdict preflightAllowed() {
    return decision.on(ofListed);
  }

  @Benchmark
  public Verdict preflightRefused() {
    return decision.on(ofStranger);
  }
}
