package dev.jaxrscors.benchmarks.decision;

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

/** Decisions on what no browser sends. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HostileBenchmark {

  /** The preflight. */
  @Param public Attack attack = Attack.NONE;

  private Decision decision = Decision.allowing(Attack.ALLOWED);
  private Preflight preflight = Decision.preflight("", "", "");

  /** Makes the request, and checks what is decided. */
  @Setup
  public void prepare() {
    preflight = Decision.preflight(attack.origin(), "PUT", attack.headers());
    if (attack.namesHeader()) {
      Expected.leftToBrowser(preflight(), attack.origin());
    } else {
      Expected.denied(preflight());
    }
  }

  @Benchmark
  public Verdict preflight() {
    return decision.on(preflight);
  }
}
