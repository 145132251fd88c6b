package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One process that was launched here, and the processes it launched in turn. */
final class LaunchedProcess {

  /** The most lines that a message tells of each part of a log. */
  private static final int LINES = 60;

  /** How many lines tell of one trouble: the line that names it, and what it was. */
  private static final int LINES_OF_TROUBLE = 3;

  private static final Pattern TROUBLE =
      Pattern.compile("SEVERE|\\bERROR\\b|FAILURE|(Exception|Error):|^Caused by");

  private static final Duration TO_STOP = Duration.ofSeconds(20);
  private static final Duration TO_BE_KILLED = Duration.ofSeconds(30);
  private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL");

  private final Process process;
  private final Path log;
  private final long startedAt;
  private final Thread lastResort = new Thread(this::destroyAll, "destroy what was launched");

  private LaunchedProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.startedAt = System.nanoTime();
  }

  static LaunchedProcess start(Launch launch, Path directory) throws IOException {
    Path log = directory.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    setEnvironment(builder.environment(), launch, directory);
    LaunchedProcess launched = new LaunchedProcess(builder.start(), log);
    Runtime.getRuntime().addShutdownHook(launched.lastResort);
    return launched;
  }

  /** A server starts the same on every machine: variables such as JAVA_OPTS are not inherited. */
  private static void setEnvironment(
      Map<String, String> environment, Launch launch, Path directory) {
    environment.keySet().retainAll(INHERITED);
    environment.put("JAVA_HOME", Build.javaHome().toString());
    environment.put("TMPDIR", directory.resolve("tmp").toString());
    environment.putAll(launch.environment());
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the virtual machine, which a script may have started. */
  Jvm jvm() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("/java"))
        .map(handle -> new Jvm(handle.pid()))
        .findFirst()
        .orElseThrow(() -> failure("no virtual machine runs"));
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  String log() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IllegalStateException failure(String what) {
    List<String> lines = log().lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    String end = what + "; its log is " + log + " and ends:\n" + String.join("\n", last);
    String troubles = String.join("\n", troubles(lines));
    return new IllegalStateException(
        troubles.isEmpty() ? end : end + "\nFirst of what it told of trouble:\n" + troubles);
  }

  /** Returns what may be long before the end: a server goes on when one application has failed. */
  private static List<String> troubles(List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(
            line -> isTrouble(lines.subList(Math.max(0, line + 1 - LINES_OF_TROUBLE), line + 1)))
        .limit(LINES)
        .mapToObj(lines::get)
        .toList();
  }

  private static boolean isTrouble(List<String> lines) {
    return lines.stream().anyMatch(line -> TROUBLE.matcher(line).find());
  }

  void stop() {
    destroyAll();
    Runtime.getRuntime().removeShutdownHook(lastResort);
    if (process.isAlive()) {
      throw failure("process " + process.pid() + " cannot be killed");
    }
  }

  /**
   * Asks all to end, then makes them. The descendants are listed first: once their parent has ended
   * nothing tells whose they were.
   */
  private void destroyAll() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!haveEnded(all, TO_STOP)) {
      all.forEach(ProcessHandle::destroyForcibly);
      haveEnded(all, TO_BE_KILLED);
    }
  }

  private static boolean haveEnded(List<ProcessHandle> handles, Duration within) {
    CompletableFuture<?>[] ends =
        handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f s, log %s", age().toMillis() / 1000.0, log);
  }
}
