package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.rest.CorsSetup;

import dev.jaxrscors.rest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ApplicationHandler;
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
 * The start of a whole application on Jersey, in classes of ten resource methods, with this library
 * and without. Jersey's own time is quadratic in the methods of one class.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(3)
public class JerseyStartBenchmark {

  /** The number of resource methods in the application. */
  @Param({"10", "100", "1000", "10000"})
  public int methods = 10;

  private List<Class<?>> ungoverned = List.of();
  private List<Class<?>> governed = List.of();

  /** Writes the classes. */
  @Setup(org.openjdk.jmh.annotations.Level.Iteration)
  public void write() {
    Logger.getLogger("").setLevel(Level.WARNING);
    ungoverned = GeneratedResources.ungoverned(methods / 10, 10);
    governed = GeneratedResources.governed(methods / 10, 10);
  }

  @Benchmark
  public ApplicationHandler bare() {
    return JerseyDeployment.bare(ungoverned);
  }

  @Benchmark
  public ApplicationHandler withCors() {
    return JerseyDeployment.withCors(governed, CorsSetup.builder().build());
  }
}
