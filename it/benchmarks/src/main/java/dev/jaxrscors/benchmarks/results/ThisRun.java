package dev.jaxrscors.benchmarks.results;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** This process, and what it runs on. */
public final class ThisRun {

  private ThisRun() {}

  /**
   * {@return where and when this is}
   *
   * @throws IOException if the commit cannot be found out
   */
  public static Environment environment() throws IOException {
    return new Environment(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        commit(),
        "%s %s (%s)"
            .formatted(property("java.vm.name"), Runtime.version(), property("java.vendor")),
        system(),
        first("/proc/cpuinfo", "model name\\s*:\\s*(.+)", property("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        libraries(property("java.class.path")));
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /** The commit, and whether the tree is another; results of an earlier run do not count. */
  private static String commit() throws IOException {
    String commit = git("rev-parse", "HEAD");
    String changes =
        git("status", "--porcelain", "--", ":/", ":(exclude,top)it/benchmarks/results");
    return changes.isEmpty() ? commit : commit + ", with changes";
  }

  private static String git(String... arguments) throws IOException {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String system() throws IOException {
    String kernel = property("os.name") + " " + property("os.version");
    String distribution = first("/etc/os-release", "PRETTY_NAME=\"(.+)\"", "");
    return distribution.isEmpty() ? kernel : distribution + ", " + kernel;
  }

  private static String memory() throws IOException {
    String kilobytes = first("/proc/meminfo", "MemTotal:\\s*([0-9]+) kB", "");
    return kilobytes.isEmpty()
        ? "unknown"
        : String.format(Locale.ROOT, "%.1f GiB", Long.parseLong(kilobytes) / 1024.0 / 1024.0);
  }

  private static String first(String file, String pattern, String otherwise) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      return otherwise;
    }
    return Pattern.compile(pattern)
        .matcher(Files.readString(path))
        .results()
        .findFirst()
        .map(result -> result.group(1))
        .orElse(otherwise);
  }

  /** The names of the jars, which hold their versions; folders are what was built here. */
  static List<String> libraries(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry).getFileName().toString())
        .map(name -> name.substring(0, name.length() - ".jar".length()))
        .sorted()
        .distinct()
        .toList();
  }
}
