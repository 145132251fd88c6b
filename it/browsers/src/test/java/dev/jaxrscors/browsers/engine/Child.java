package dev.jaxrscors.browsers.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process that we started, and that ends with us at the latest, with all its descendants. */
final class Child implements AutoCloseable {

  private static final long SECONDS = 5;

  private final Process process;
  private final Thread hook = new Thread(this::end, "end-child");

  private Child(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a command, whose output and errors go to a file. */
  static Child start(Map<String, String> environment, Path log, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    builder.redirectInput(new File("/dev/null"));
    try {
      return new Child(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as it likes, and after a few seconds by force. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private void end() {
    // Taken first: a descendant whose parent has ended is nobody's descendant.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    if (!haveEnded(all)) {
      all.forEach(ProcessHandle::destroyForcibly);
      haveEnded(all);
    }
  }

  private static boolean haveEnded(List<ProcessHandle> all) {
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
