package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The load generator {@code wrk}, as Debian has it: one thread, connections that are kept. */
final class Wrk {

  private static final String COUNTS =
      """
      done = function(summary, latency, requests)
        local e = summary.errors
        io.write(string.format("counts %d %d %d %d\\n",
          summary.requests, summary.duration, e.status, e.connect + e.read + e.write + e.timeout))
      end
      """;

  private static final Pattern COUNTED =
      Pattern.compile("^counts (\\d+) (\\d+) (\\d+) (\\d+)$", Pattern.MULTILINE);

  private final int connections;

  /**
   * Makes a generator.
   *
   * @param connections how many it keeps
   */
  Wrk(int connections) {
    this.connections = connections;
  }

  /**
   * Sends a call again and again.
   *
   * @param target where to
   * @param call what
   * @param duration how long, in whole seconds
   * @return what came of it
   * @throws IOException if it cannot be run
   */
  Load run(URI target, Call call, Duration duration) throws IOException {
    Path script = Files.createTempFile("call-", ".lua");
    try {
      Files.writeString(script, script(call));
      return parse(
          output(
              List.of(
                  "wrk",
                  "--threads=1",
                  "--connections=" + connections,
                  "--duration=" + duration.toSeconds() + "s",
                  "--script=" + script,
                  target.toString())));
    } finally {
      Files.delete(script);
    }
  }

  /**
   * {@return its name and version}
   *
   * @throws IOException if it cannot be run
   */
  static String version() throws IOException {
    String first = output(List.of("wrk", "--version")).lines().findFirst().orElse("wrk");
    return first.replaceFirst(" \\[.*", "");
  }

  /** The call in Lua: a call holds neither quotes nor backslashes. */
  static String script(Call call) {
    String headers =
        call.headers().entrySet().stream()
            .map(
                header ->
                    "wrk.headers[\"%s\"] = \"%s\"%n".formatted(header.getKey(), header.getValue()))
            .collect(Collectors.joining());
    return "wrk.method = \"%s\"%n".formatted(call.method()) + headers + COUNTS;
  }

  /**
   * {@return the counts it printed}
   *
   * @param output all it printed
   */
  static Load parse(String output) {
    Matcher matcher = COUNTED.matcher(output);
    if (!matcher.find()) {
      throw new IllegalStateException("wrk printed no counts:\n" + output);
    }
    MatchResult counts = matcher.toMatchResult();
    return new Load(
        count(counts, 1),
        Duration.ofNanos(count(counts, 2) * 1000),
        count(counts, 3),
        count(counts, 4));
  }

  private static long count(MatchResult counts, int group) {
    return Long.parseLong(counts.group(group));
  }

  private static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // It ends by itself, when its time is over.
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
