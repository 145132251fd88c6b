package dev.jaxrscors.benchmarks.scale;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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

/** Whether an allowed origin is found, by the number of origins that are allowed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class LookUpBenchmark {

  /** The number of customers. */
  @Param({"1", "10", "1000", "100000", "1000000"})
  public int customers = 1;

  /** What is looked up in. */
  @Param public LookUp lookUp = LookUp.OURS;

  /** How the customers' origins are written, where that may be chosen. */
  @Param public Listed listed = Listed.EXACT;

  private Predicate<String> allowed = origin -> false;
  private Requests hot = Requests.hot(1);
  private Requests rotating = Requests.hot(1);

  /** Makes the list and the requests, and checks what is found. */
  @Setup
  public void prepare() {
    allowed = lookUp.in(values());
    hot = Requests.hot(customers);
    rotating = Requests.rotating(customers);
    if (!hot() || !rotating()) {
      throw new IllegalStateException("an allowed origin is not found");
    }
  }

  /** A set of texts knows no patterns: it is the measure for them all the same. */
  private List<String> values() {
    return (lookUp == LookUp.HASH_SET ? Listed.EXACT : listed).values(customers);
  }

  @Benchmark
  public boolean hot() {
    return allowed.test(hot.next());
  }

  @Benchmark
  public boolean rotating() {
    return allowed.test(rotating.next());
  }
}
