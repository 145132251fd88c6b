package dev.jaxrscors.proxies;

import dev.jaxrscors.contract.process.LoopbackPorts;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of a proxy, in a fresh directory, on the loopback interface. */
final class RunningProxy implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Proxy proxy;
  private final Path folder;
  private final URI address;
  private final Process process;
  private final Thread lastResort = new Thread(this::destroy, "destroy what was launched");

  private RunningProxy(Proxy proxy, Path folder, URI address, Process process) {
    this.proxy = proxy;
    this.folder = folder;
    this.address = address;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Starts a proxy that does what a cache must. */
  static RunningProxy start(Proxy proxy, URI behind) {
    return start(proxy, behind, true);
  }

  /** Starts a proxy that keeps one answer for everybody, whatever {@code Vary} says. */
  static RunningProxy heedingNoVary(Proxy proxy, URI behind) {
    return start(proxy, behind, false);
  }

  private static RunningProxy start(Proxy proxy, URI behind, boolean heedsVary) {
    Path program = proxy.find().orElseThrow(() -> new IllegalStateException(proxy.howToInstall()));
    int port = LoopbackPorts.free(1).get(0);
    try {
      Path folder = Files.createTempDirectory("proxy");
      Path configuration = folder.resolve("configuration");
      Files.writeString(configuration, proxy.configuration(folder, port, behind, heedsVary));
      List<String> command = proxy.command(program, folder, configuration, port);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      URI address = URI.create("http://127.0.0.1:" + port + "/");
      RunningProxy running = new RunningProxy(proxy, folder, address, process);
      running.awaitAnswer();
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        IllegalStateException failure = new IllegalStateException(proxy + ": " + log());
        close();
        throw failure;
      }
      pause();
    }
  }

  private boolean answers() {
    try {
      SocketClient client = SocketClient.of(address).waiting(Duration.ofSeconds(5));
      return client.send(Request.get("ungoverned?while=starting")).status() == 200;
    } catch (UncheckedIOException e) {
      // Not yet: nothing listens.
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a proxy starts", e);
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends the process and those that it started, as Varnish does, and waits for their end. */
  private void destroy() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    destroy();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
