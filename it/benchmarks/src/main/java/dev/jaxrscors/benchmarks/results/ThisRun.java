package dev.jaxrscors.benchmarks.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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

  private static final String UNKNOWN = "unknown";

  private ThisRun() {}

  /**
   * {@return where and when this is}
   *
   * @throws IOException if what the system says of itself cannot be read
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
    return System.getProperty(name, UNKNOWN);
  }

  /** The commit, and whether the tree is another; results of an earlier run do not count. */
  private static String commit() {
    String changes =
        git("status", "--porcelain", "--", ":/", ":(exclude,top)it/benchmarks/results");
    if (changes.equals(UNKNOWN)) {
      return UNKNOWN;
    }
    return git("rev-parse", "HEAD") + (changes.isEmpty() ? "" : ", with changes");
  }

  private static String git(String... arguments) {
    List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      byte[] output = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? new String(output, UTF_8).strip() : UNKNOWN;
    } catch (IOException e) {
      // Sources may be measured where there is no git.
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }

  private static String system() throws IOException {
    String kernel = property("os.name") + " " + property("os.version");
    String distribution = first("/etc/os-release", "PRETTY_NAME=\"(.+)\"", "");
    return distribution.isEmpty() ? kernel : distribution + ", " + kernel;
  }

  private static String memory() throws IOException {
    String kilobytes = first("/proc/meminfo", "MemTotal:\\s*([0-9]+) kB", "");
    return kilobytes.isEmpty()
        ? UNKNOWN
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
