package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;
import dev.jaxrscors.benchmarks.results.Environment;
import dev.jaxrscors.benchmarks.results.ThisRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures every layer in every container, round by round. */
public final class WireBenchmark {

  private final LoadPlan plan;
  private final Meter meter;
  private final List<Sample> samples = new ArrayList<>();

  private WireBenchmark(LoadPlan plan) {
    this.plan = plan;
    this.meter = new Meter(new Wrk(plan.connections()));
  }

  /**
   * Runs the benchmark as the properties of {@link LoadPlan} say.
   *
   * @return what was measured
   * @throws IOException if a server or the load generator cannot be started
   */
  public static WireResults run() throws IOException {
    LoadPlan plan = LoadPlan.ofProperties();
    Environment environment = ThisRun.environment();
    String generator = Wrk.version();
    WireBenchmark benchmark = new WireBenchmark(plan);
    for (Container container : Container.values()) {
      benchmark.measure(container);
    }
    return new WireResults(environment, generator, ServerProcess.FLAGS, plan, benchmark.samples);
  }

  private void measure(Container container) throws IOException {
    try (Servers servers = Servers.start(container)) {
      for (ServerProcess server : servers.all()) {
        warmUp(server);
      }
      for (int round = 1; round <= plan.rounds(); round++) {
        measure(round, servers);
      }
    }
  }

  private void warmUp(ServerProcess server) throws IOException {
    meter.check(server);
    for (Call call : Call.values()) {
      meter.load(server, call, plan.warmUpSeconds(), 0);
    }
    System.out.println(server + " is warm");
  }

  /** The layers come one after the other with the same call, so that they see the same weather. */
  private void measure(int round, Servers servers) throws IOException {
    for (Call call : Call.values()) {
      for (ServerProcess server : servers.all()) {
        Sample sample = meter.load(server, call, plan.seconds(), round);
        samples.add(sample);
        say(sample);
      }
    }
  }

  private void say(Sample sample) {
    System.out.printf(
        Locale.ROOT,
        "%s, round %d of %d, %s, %s: %.1f us of CPU per request, %.0f requests/s%n",
        sample.container(),
        sample.round(),
        plan.rounds(),
        sample.call(),
        sample.layer(),
        sample.cpuPerRequest(),
        sample.requestsPerSecond());
  }
}
