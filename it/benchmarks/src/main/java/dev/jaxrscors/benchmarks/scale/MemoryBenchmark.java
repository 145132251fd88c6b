package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.policy.Policy;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

/**
 * The memory that a list of origins keeps, its texts included: counted, object by object, and not
 * timed. The time is what counting takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class MemoryBenchmark {

  /** The number of origins. */
  @Param({"1", "10", "1000", "100000", "1000000"})
  public int customers = 1;

  /** How they are written. */
  @Param public Listed listed = Listed.EXACT;

  /** What was counted. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Kept {
    /** The bytes of all. */
    public double keptBytes;

    /** The bytes of each. */
    public double keptBytesEach;

    /** Forgets what was counted before. */
    @Setup(Level.Iteration)
    public void forget() {
      keptBytes = 0;
      keptBytesEach = 0;
    }
  }

  @Benchmark
  public void policy(Kept kept) {
    count(Policy.builder().origins(listed.values(customers)).build().origins(), kept);
  }

  @Benchmark
  public void hashSet(Kept kept) {
    count(new HashSet<>(listed.values(customers)), kept);
  }

  private void count(Object root, Kept kept) {
    kept.keptBytes = GraphLayout.parseInstance(root).totalSize();
    kept.keptBytesEach = kept.keptBytes / customers;
  }
}
