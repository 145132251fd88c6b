package dev.jaxrscors.benchmarks.report;

import dev.jaxrscors.benchmarks.dispatch.Call;
import dev.jaxrscors.benchmarks.results.ResultsException;
import dev.jaxrscors.benchmarks.wire.Container;
import dev.jaxrscors.benchmarks.wire.CorsLayer;
import dev.jaxrscors.benchmarks.wire.Sample;
import dev.jaxrscors.benchmarks.wire.WireResults;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table of one container: a line for each call and layer. */
final class WireTables {

  private static final List<String> HEADER =
      List.of(
          "call",
          "layer",
          "status",
          "CPU us/request",
          "over BARE",
          "requests/s",
          "requests/s over BARE");

  private final String file;
  private final WireResults results;

  /**
   * Makes tables.
   *
   * @param file the name of the file, for messages
   * @param results its content
   */
  WireTables(String file, WireResults results) {
    this.file = file;
    this.results = results;
  }

  /** {@return the containers that were measured} */
  List<Container> containers() {
    return results.samples().stream().map(Sample::container).distinct().toList();
  }

  /**
   * Returns a table.
   *
   * @param container of which container
   * @return Markdown
   * @throws ResultsException if a round is missing
   */
  String table(Container container) {
    Table table = new Table(HEADER);
    for (Call call : Call.values()) {
      for (CorsLayer layer : layers(container)) {
        table.add(line(container, call, layer));
      }
    }
    return table.toString();
  }

  private List<CorsLayer> layers(Container container) {
    return results.samples().stream()
        .filter(sample -> sample.container() == container)
        .map(Sample::layer)
        .distinct()
        .toList();
  }

  private List<String> line(Container container, Call call, CorsLayer layer) {
    List<Sample> bare = samples(container, call, CorsLayer.BARE);
    List<Sample> samples = samples(container, call, layer);
    return List.of(
        call.name(),
        layer.name(),
        String.valueOf(samples.get(0).status()),
        rounds(samples, Sample::cpuPerRequest).asNumber(),
        ratio(samples, bare, Sample::cpuPerRequest),
        rounds(samples, Sample::requestsPerSecond).asNumber(),
        ratio(samples, bare, Sample::requestsPerSecond));
  }

  /** One sample for each round, in their order. */
  private List<Sample> samples(Container container, Call call, CorsLayer layer) {
    List<Sample> samples =
        results.samples().stream()
            .filter(one -> one.container() == container)
            .filter(one -> one.call() == call && one.layer() == layer)
            .sorted(Comparator.comparing(Sample::round))
            .toList();
    List<Integer> rounds = samples.stream().map(Sample::round).toList();
    for (int round = 1; round <= results.plan().rounds(); round++) {
      if (!rounds.contains(round)) {
        throw new ResultsException(
            file, "has no round %d of %s, %s, %s".formatted(round, container, call, layer));
      }
    }
    return samples;
  }

  private static String ratio(
      List<Sample> samples, List<Sample> bare, ToDoubleFunction<Sample> figure) {
    return samples.equals(bare) ? "" : rounds(samples, figure).over(rounds(bare, figure)).asRatio();
  }

  private static Rounds rounds(List<Sample> samples, ToDoubleFunction<Sample> figure) {
    return new Rounds(samples.stream().mapToDouble(figure).boxed().toList());
  }
}
