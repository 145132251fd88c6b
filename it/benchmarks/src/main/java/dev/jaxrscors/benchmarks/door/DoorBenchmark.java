package dev.jaxrscors.benchmarks.door;

import dev.jaxrscors.benchmarks.dispatch.Call;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One request through one servlet filter, to a servlet that sets two header fields. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class DoorBenchmark {

  // Held: what is logged of refusals is bounded, and not what is measured.
  private static final Logger LOGGER = Logger.getLogger("dev.jaxrscors");

  private static final FilterChain SERVLET =
      (request, response) -> {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("ETag", "\"1\"");
        http.setHeader("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT");
      };

  /** The filter. */
  @Param public DoorLayer layer = DoorLayer.OURS;

  /** The request. */
  @Param public Call call = Call.GET_ALLOWED;

  private Filter filter = (request, response, chain) -> {};
  private MemoryRequest request = new MemoryRequest(Call.GET_ALLOWED);
  private final MemoryResponse response = new MemoryResponse();

  /** Makes the filter, and checks that it grants what is allowed and nothing else. */
  @Setup
  public void prepare() throws IOException, ServletException {
    LOGGER.setLevel(Level.OFF);
    request = new MemoryRequest(call);
    filter = layer.filter();
    boolean isGranted = call().containsHeader("Access-Control-Allow-Origin");
    if (layer != DoorLayer.BARE && isGranted != call.isAllowed()) {
      throw new IllegalStateException(layer + " answers " + call + " otherwise than it should");
    }
  }

  /** Ends the filter: what comes after it in this virtual machine has no door. */
  @TearDown
  public void end() {
    filter.destroy();
  }

  /** {@return the response} */
  @Benchmark
  public HttpServletResponse call() throws IOException, ServletException {
    request.forget();
    response.forget();
    filter.doFilter(request, response, SERVLET);
    return response;
  }
}
