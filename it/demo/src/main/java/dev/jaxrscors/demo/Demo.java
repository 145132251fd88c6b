package dev.jaxrscors.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the shop on {@code 127.0.0.1} and says what to try, until Ctrl-C.
 *
 * <p>The port is 8080, or that of the system property {@value #PORT}; 0 means any free one.
 */
public final class Demo {

  /** The system property that holds the port: {@value}. */
  public static final String PORT = "demo.port";

  private Demo() {}

  /**
   * Runs the demo; it ends by a signal, or with status 1 when it cannot start.
   *
   * @param args none
   * @throws InterruptedException if the main thread is interrupted
   */
  public static void main(String... args) throws InterruptedException {
    Logs.keepToOneLine();
    // Elsewhere the loopback origins of the shop would deserve the hints that the library gives.
    System.getProperties().putIfAbsent("mp.config.profile", "dev");
    String port = System.getProperty(PORT, "8080");
    try {
      runUntilSignal(DemoServer.start(Port.parse(port)), System.out);
    } catch (IllegalArgumentException e) {
      fail("%s is a number from 0 to 65535, not \"%s\".".formatted(PORT, port));
    } catch (IOException e) {
      fail("Port %s is taken: choose another with -D%s=8090.".formatted(port, PORT));
    }
  }

  private static void runUntilSignal(DemoServer server, PrintStream out)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, out, stopped), "stop"));
    Welcome.lines(server.port()).forEach(out::println);
    stopped.await();
  }

  private static void stop(DemoServer server, PrintStream out, CountDownLatch stopped) {
    server.close();
    out.println("Stopped.");
    stopped.countDown();
  }

  private static void fail(String message) {
    System.err.println(message);
    // Within Maven too: a stack trace and a failed build would bury the one line that helps.
    System.exit(1);
  }
}
