package dev.jaxrscors.benchmarks.decision;

import dev.jaxrscors.protocol.Verdict;
import java.util.List;
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
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {

  /** The origins that the policy allows. */
  @Param({"ONE", "TWO", "MULTIPLE", "MANY"})
  public Allowed allowed = Allowed.ONE;

  private List<String> listed = List.of();
  private List<String> stranger = List.of();
  private List<String> methods = List.of("PUT");
  private List<String> headers = List.of("content-type,x-requested-with");
  private Decision decision = Decision.allowing(List.of("*"));

  /** Makes the policy and the requests, and checks what is decided. */
  @Setup
  public void prepare() {
    decision = Decision.allowing(allowed.origins());
    listed = List.of(allowed.listed());
    stranger = List.of(allowed.stranger());
    Expected.granted(actualAllowed(), allowed.listed());
    Expected.granted(preflightAllowed(), allowed.listed());
    Expected.denied(actualRefused());
    Expected.denied(preflightRefused());
    Expected.notAsked(actualWithoutOrigin());
  }

  @Benchmark
  public Verdict actualAllowed() {
    return decision.actual(listed);
  }

  @Benchmark
  public Verdict actualRefused() {
    return decision.actual(stranger);
  }

  @Benchmark
  public Verdict actualWithoutOrigin() {
    return decision.actual(List.of());
  }

  @Benchmark
  public Verdict preflightAllowed() {
    return decision.preflight(listed, methods, headers);
  }

  @Benchmark
  public Verdict preflightRefused() {
    return decision.preflight(stranger, methods, headers);
  }
}
