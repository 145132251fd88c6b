package dev.jaxrscors.benchmarks.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a Java virtual machine of its own, in a fresh directory. */
final class ServerProcess implements AutoCloseable {

  /** The options of the virtual machine of every server. */
  static final List<String> FLAGS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");

  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Container container;
  private final CorsLayer layer;
  private final Process process;
  private final Path directory;
  private final int port;

  private ServerProcess(
      Container container, CorsLayer layer, Process process, Path directory, int port) {
    this.container = container;
    this.layer = layer;
    this.process = process;
    this.directory = directory;
    this.port = port;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param container which server
   * @param layer what takes care of CORS in it
   * @return the server, which the caller closes
   * @throws IOException if it does not come up; the message has what it printed
   */
  static ServerProcess start(Container container, CorsLayer layer) throws IOException {
    Path directory = Files.createTempDirectory("wire-");
    Path log = directory.resolve("server.log");
    Process process =
        new ProcessBuilder(command(container, layer))
            .directory(directory.toFile())
            .redirectError(log.toFile())
            .start();
    String port = firstLine(process);
    if (port.isEmpty()) {
      end(process);
      String said = Files.readString(log);
      delete(directory);
      throw new IOException("%s with %s did not start:%n%s".formatted(container, layer, said));
    }
    return new ServerProcess(container, layer, process, directory, Integer.parseInt(port));
  }

  private static List<String> command(Container container, CorsLayer layer) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(ServerMain.class.getName());
    command.add(container.name());
    command.add(layer.name());
    return command;
  }

  /** What it prints first, or nothing where it ends before. */
  private static String firstLine(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    return line == null ? "" : line;
  }

  Container container() {
    return container;
  }

  CorsLayer layer() {
    return layer;
  }

  /** {@return where the resource is} */
  URI order() {
    return URI.create("http://127.0.0.1:" + port + "/orders/1");
  }

  /**
   * {@return the time all its processors worked for it since it started, in the program and in the
   * kernel}
   */
  Duration cpu() {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IllegalStateException(this + " has ended, or its time is hidden"));
  }

  @Override
  public void close() throws IOException {
    end(process);
    delete(directory);
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public String toString() {
    return container + " with " + layer + ", process " + process.pid();
  }
}
