package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.rest.CorsSetup;

import dev.jaxrscors.rest;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
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

/**
 * What the library adds to the start of an application, by the number of its policies: each has a
 * name, ten origins, and a class of ten resource methods that refers to it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class PoliciesBenchmark {

  /** The number of policies. */
  @Param({"1", "10", "100", "1000"})
  public int policies = 1;

  private List<Class<?>> resources = List.of();

  /** Writes the classes. */
  @Setup(org.openjdk.jmh.annotations.Level.Iteration)
  public void write() {
    Logger.getLogger("").setLevel(Level.WARNING);
    resources =
        GeneratedResources.named(
            IntStream.range(0, policies).mapToObj(PoliciesBenchmark::name).toList());
  }

  private static String name(int i) {
    return "policy-" + i;
  }

  @Benchmark
  public int deploy() {
    CorsSetup.Builder setup = CorsSetup.builder();
    for (int i = 0; i < policies; i++) {
      setup.policy(name(i), Policy.builder().origins(origins(i)).build());
    }
    return FeatureHost.start(resources, setup.build());
  }

  private static List<String> origins(int policy) {
    return IntStream.range(0, 10)
        .mapToObj(i -> "https://app" + i + ".customer" + policy + ".example")
        .toList();
  }
}
