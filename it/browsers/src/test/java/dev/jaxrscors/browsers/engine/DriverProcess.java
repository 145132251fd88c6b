package dev.jaxrscors.browsers.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process of a WebDriver server, on a display of its own where it needs one. */
final class DriverProcess implements AutoCloseable {

  private static final int CONNECT_MILLIS = 1_000;

  private final Scratch scratch = new Scratch();
  private final Deque<Child> children = new ArrayDeque<>();
  private final int port = freePort();
  private final Map<String, String> environment = new HashMap<>();

  private DriverProcess() {}

  static DriverProcess start(Path driver) {
    return new DriverProcess().run(driver);
  }

  /** Starts a driver whose browser has windows. */
  static DriverProcess onDisplay(Path driver, Path xvfb) {
    DriverProcess process = new DriverProcess();
    // What decides about looks and languages is said here, so that it is the same everywhere.
    process.environment.putAll(Map.of("LANG", "C.UTF-8", "GDK_BACKEND", "x11"));
    process.environment.put("DISPLAY", process.display(xvfb));
    return process.run(driver);
  }

  private DriverProcess run(Path driver) {
    children.push(start("log", List.of(driver.toString(), "--port=" + port)));
    try {
      return Await.value(driver.toString(), this::ifReady);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Child start(String log, List<String> command) {
    Map<String, String> all = new HashMap<>(environment);
    // A home of its own: a driver keeps what it keeps there.
    all.put("TMPDIR", scratch.file("").toString());
    return Child.start(all, scratch.file(log), command);
  }

  /** Runs a browser without the driver, on the same display, and returns what it prints. */
  List<String> printed(List<String> command, Console console) {
    try (Child browser = start("console", command)) {
      return console.read(() -> printedSoFar(browser));
    }
  }

  private List<String> printedSoFar(Child browser) {
    if (!browser.isAlive()) {
      throw new EngineException("ended: " + scratch.read("console"));
    }
    return scratch.read("console").lines().toList();
  }

  /** Starts an X server on the first free display, whose number it prints. */
  private String display(Path xvfb) {
    children.push(
        Child.start(
            Map.of(),
            scratch.file("display"),
            List.of(
                "/bin/sh",
                "-c",
                "exec \"$0\" -displayfd 1 -screen 0 1280x1024x24 2>/dev/null",
                xvfb.toString())));
    return Await.value(
        "Xvfb",
        () ->
            Optional.of(scratch.read("display"))
                .filter(text -> text.endsWith("\n"))
                .map(text -> ":" + text.strip()));
  }

  private Optional<DriverProcess> ifReady() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      return Optional.of(this);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  String log() {
    return scratch.read("log");
  }

  @Override
  public void close() {
    // The last started ends first: a browser before its display.
    children.forEach(Child::close);
    scratch.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
