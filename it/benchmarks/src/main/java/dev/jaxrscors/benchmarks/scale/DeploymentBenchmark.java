package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.rest.CorsSetup;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
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
 * What the library adds to the start of an application, by the number of its resource methods: all
 * of the library's own work, and none of a runtime's, which varies by more than that.
 *
 * <p>Each start is the first of a virtual machine that has compiled nothing yet, as that of a
 * server is. Logging is off but for warnings.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class DeploymentBenchmark {

  /** The number of resource methods in the application. */
  @Param({"10", "100", "1000", "10000"})
  public int methods = 10;

  /** The number of resource methods in a class. */
  @Param({"10", "2000"})
  public int perClass = 10;

  private List<Class<?>> resources = List.of();

  /** Writes the classes. */
  @Setup(org.openjdk.jmh.annotations.Level.Iteration)
  public void write() {
    Logger.getLogger("").setLevel(Level.WARNING);
    int inEach = Math.min(perClass, methods);
    resources = GeneratedResources.governed(methods / inEach, inEach);
  }

  @Benchmark
  public int deploy() {
    int announced = FeatureHost.start(resources, CorsSetup.builder().build());
    if (announced != methods) {
      throw new IllegalStateException(announced + " methods instead of " + methods);
    }
    return announced;
  }
}
