package dev.jaxrscors.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PIT on one room in a process of its own, which is ended when it takes far too long. */
final class Pitest {

  private static final Path TARGET = Path.of("target");
  private static final int MOST_MINUTES = 40;

  private Pitest() {}

  /** Returns PIT's report, an XML file. */
  static Path run(Room room) throws IOException, InterruptedException {
    Path report = Files.createDirectories(TARGET.resolve("mutation").resolve(room.title()));
    Path log = report.resolve("pit.log");
    Process process =
        new ProcessBuilder(command(room, report))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException("PIT failed, see " + log);
      }
    } finally {
      end(process);
    }
    return report.resolve("mutations.xml");
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static List<String> command(Room room, Path report) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path"),
        "org.pitest.mutationtest.commandline.MutationCoverageReport",
        "--targetClasses=" + room.classes(),
        "--excludedClasses=" + room.otherClasses(),
        "--targetTests=" + room.tests(),
        // They kill what others kill, after more time; a mutant that survives would run them all.
        "--excludedTestClasses=*.Differential*,*FuzzTest,*StressTest",
        "--excludedGroups=large,jazzer",
        "--mutableCodePaths=" + TARGET.resolve("classes").toAbsolutePath(),
        "--sourceDirs=" + Mutants.SOURCES,
        "--reportDir=" + report,
        "--outputFormats=XML,HTML",
        "--threads=" + System.getProperty("mutation.threads", "2"),
        // A mutant that loops for ever is killed; one that a busy machine delays is not.
        "--timeoutConst=5000",
        "--timeoutFactor=3",
        // A loop that collects runs out of memory soon; what runs once needs no optimizer.
        "--jvmArgs=-Xmx512m,-XX:+UseSerialGC,-XX:TieredStopAtLevel=1");
  }
}
