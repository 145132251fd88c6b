package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tools of the JDK tell of the virtual machine a server runs in. */
public final class Jvm {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final Pattern THREADS = Pattern.compile("(?m)^java\\.threads\\.live=(\\d+)");

  private final long pid;

  Jvm(long pid) {
    this.pid = pid;
  }

  /**
   * Returns how much the heap holds after a full collection.
   *
   * @return the bytes
   */
  public long liveBytes() {
    return number(TOTAL, jcmd("GC.class_histogram"));
  }

  /**
   * Returns in how many class loaders a class is that has an instance, after a full collection.
   *
   * @param name the name of the class
   * @return how many
   */
  public long loadersOf(String name) {
    Pattern line = Pattern.compile("(?m)^ *\\d+: +\\d+ +\\d+ +" + Pattern.quote(name) + "( |$)");
    return line.matcher(jcmd("GC.class_histogram")).results().count();
  }

  /**
   * Returns how many threads are alive.
   *
   * @return how many
   */
  public long threads() {
    return number(THREADS, jcmd("PerfCounter.print"));
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  private String jcmd(String command) {
    Path program = Build.javaHome().resolve("bin/jcmd");
    try {
      Process process =
          new ProcessBuilder(List.of(program.toString(), Long.toString(pid), command))
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " of process " + pid + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command, e);
    }
  }
}
