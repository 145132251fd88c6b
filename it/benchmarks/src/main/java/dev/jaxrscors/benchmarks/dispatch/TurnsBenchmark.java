package dev.jaxrscors.benchmarks.dispatch;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests without a layer and with it in turns, in one virtual machine, by the time of the
 * processor: what disturbs the machine disturbs both alike, so that a few hundredths can be told.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 1)
@Fork(1)
public class TurnsBenchmark {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int TURNS = 101;
  private static final int CALLS = 500;

  /** The runtime. */
  @Param public RestRuntime runtime = RestRuntime.JERSEY;

  /** What takes care of CORS. */
  @Param({"IDLE", "LEAST", "HAND_WRITTEN", "PEER", "OURS"})
  public Layer layer = Layer.OURS;

  /** The request. */
  @Param public Call call = Call.GET_ALLOWED;

  private Dispatcher without;
  private Dispatcher with;

  /** What the median turn has found. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Found {
    /** The time with the layer over the time without. */
    public double overBare;

    /** The nanoseconds that the layer adds to a request. */
    public double addedNanos;

    /** The bytes that it adds. */
    public double addedBytes;

    /** Forgets the turns of the warm-up. */
    @Setup(Level.Iteration)
    public void forget() {
      overBare = 0;
      addedNanos = 0;
      addedBytes = 0;
    }
  }

  private record Cost(long nanos, long bytes) {}

  private record Turn(Cost bare, Cost layered) {

    double overBare() {
      return (double) layered.nanos() / bare.nanos();
    }

    double addedNanos() {
      return (double) (layered.nanos() - bare.nanos()) / CALLS;
    }

    double addedBytes() {
      return (double) (layered.bytes() - bare.bytes()) / CALLS;
    }
  }

  @Setup
  public void start() {
    without = runtime.with(Layer.BARE);
    with = runtime.with(layer);
    layer.check(call, with.dispatch(call));
  }

  @TearDown
  public void stop() {
    without.close();
    with.close();
  }

  @Benchmark
  public void turns(Found found) {
    List<Turn> turns =
        Stream.generate(() -> new Turn(cost(without), cost(with))).limit(TURNS).toList();
    found.overBare = median(turns, Turn::overBare);
    found.addedNanos = median(turns, Turn::addedNanos);
    found.addedBytes = median(turns, Turn::addedBytes);
  }

  private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
    return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
  }

  private Cost cost(Dispatcher dispatcher) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < CALLS; i++) {
      if (dispatcher.dispatch(call).status() >= 500) {
        throw new IllegalStateException("An answer has failed.");
      }
    }
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }
}
