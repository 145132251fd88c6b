package dev.jaxrscors.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark once and small, so that none rots. */
class SmokeTest {

  @Test
  void every_decision_runs() throws RunnerException {
    assertThat(run(once("decision"))).hasSizeGreaterThan(30);
  }

  @Test
  void every_servlet_filter_runs() throws RunnerException {
    assertThat(run(once("door"))).hasSize(20);
  }

  @Test
  void every_scale_runs() throws RunnerException {
    ChainedOptionsBuilder small =
        once("scale")
            .param("customers", "10")
            .param("methods", "20")
            .param("perClass", "10")
            .param("policies", "3");
    assertThat(run(small)).hasSizeGreaterThan(15);
  }

  @Test
  void turns_are_taken() throws RunnerException {
    ChainedOptionsBuilder one =
        once("dispatch\\.TurnsBenchmark")
            .param("runtime", "RESTEASY")
            .param("layer", "OURS")
            .param("call", "GET_ALLOWED");
    assertThat(run(one)).hasSize(1);
  }

  private static ChainedOptionsBuilder once(String room) {
    return new OptionsBuilder()
        .include("\\.benchmarks\\." + room + "\\.")
        .mode(Mode.SingleShotTime)
        .warmupIterations(0)
        .measurementIterations(1)
        .forks(0)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
    // Others may measure on this machine: no time is of any interest here.
    System.setProperty("jmh.ignoreLock", "true");
    return new Runner(options.build()).run();
  }
}
