package dev.jaxrscors.benchmarks.dispatch;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One request through a whole runtime, in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
public class DispatchBenchmark {

  /** The runtime. */
  @Param public RestRuntime runtime = RestRuntime.JERSEY;

  /** What takes care of CORS. */
  @Param({"BARE", "HAND_WRITTEN", "PEER", "OURS"})
  public Layer layer = Layer.BARE;

  /** The request. */
  @Param public Call call = Call.GET_ALLOWED;

  private Dispatcher dispatcher;

  @Setup
  public void start() {
    dispatcher = runtime.with(layer);
    layer.check(call, dispatcher.dispatch(call));
  }

  @TearDown
  public void stop() {
    dispatcher.close();
  }

  @Benchmark
  public Reply dispatch() {
    return dispatcher.dispatch(call);
  }
}
