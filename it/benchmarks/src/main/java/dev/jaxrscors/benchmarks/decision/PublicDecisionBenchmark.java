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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decisions of a policy that allows every origin: what it refuses is a method. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PublicDecisionBenchmark {

  private List<String> origin = List.of(Allowed.ALL.stranger());
  private List<String> allowedMethod = List.of("PUT");
  private List<String> otherMethod = List.of("DELETE");
  private List<String> headers = List.of("content-type,x-requested-with");
  private Decision decision = Decision.allowing(Allowed.ALL.origins());

  /** Checks what is decided. */
  @Setup
  public void check() {
    Expected.granted(actualAllowed(), "*");
    Expected.granted(preflightAllowed(), "*");
    Expected.denied(preflightRefused());
    Expected.notAsked(actualWithoutOrigin());
  }

  @Benchmark
  public Verdict actualAllowed() {
    return decision.actual(origin);
  }

  @Benchmark
  public Verdict actualWithoutOrigin() {
    return decision.actual(List.of());
  }

  @Benchmark
  public Verdict preflightAllowed() {
    return decision.preflight(origin, allowedMethod, headers);
  }

  @Benchmark
  public Verdict preflightRefused() {
    return decision.preflight(origin, otherMethod, headers);
  }
}
