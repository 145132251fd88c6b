package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.Credentials;
import dev.jaxrscors.policy.Policy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/** What it takes to make a policy, by the number of its origins: each of them is checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class BuildBenchmark {

  /** The number of origins. */
  @Param({"1", "10", "1000", "100000", "1000000"})
  public int customers = 1;

  /** How they are written. */
  @Param public Listed listed = Listed.EXACT;

  private List<String> values = List.of();

  /** Writes them. */
  @Setup
  public void write() {
    values = listed.values(customers);
  }

  @Benchmark
  public Policy policy() {
    return Policy.builder().origins(values).credentials(Credentials.ALLOW).build();
  }

  @Benchmark
  public Set<String> hashSet() {
    return new HashSet<>(values);
  }
}
