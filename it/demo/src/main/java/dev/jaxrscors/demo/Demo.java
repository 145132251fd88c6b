package dev.jaxrscors.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the shop and its pages on {@code 127.0.0.1} and says what to try, until Ctrl-C.
 *
 * <p>The shop is at port 8080, or at that of the system property {@value #PORT}; its pages are at
 * the next one, or at that of {@value #PAGES_PORT}. 0 means any free one.
 */
public final class Demo {

  /** The system property that holds the port of the shop: {@value}. */
  public static final String PORT = "demo.port";

  /** The system property that holds the port of the pages: {@value}. */
  public static final String PAGES_PORT = "demo.pages.port";

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
    int shopPort = port(PORT, 8080);
    int pagesPort = port(PAGES_PORT, Port.after(shopPort));
    PageServer pages = at(PAGES_PORT, pagesPort, port -> PageServer.start(Transport.plain(), port));
    DemoServer shop =
        at(PORT, shopPort, port -> DemoServer.start(Transport.plain(), port, pages.friend()));
    pages.call(shop);
    runUntilSignal(shop, pages, System.out);
  }

  private static int port(String property, int standard) {
    String port = System.getProperty(property, Integer.toString(standard));
    try {
      return Port.parse(port);
    } catch (IllegalArgumentException e) {
      throw fail("%s is a number from 0 to 65535, not \"%s\".".formatted(property, port));
    }
  }

  private static <S> S at(String property, int port, Start<S> start) {
    try {
      return start.at(port);
    } catch (IOException e) {
      throw fail("Port %d is taken: choose another with -D%s=8090.".formatted(port, property));
    }
  }

  private static void runUntilSignal(DemoServer shop, PageServer pages, PrintStream out)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(shop, pages, out, stopped), "stop"));
    Welcome.lines(shop.port(), pages.port()).forEach(out::println);
    stopped.await();
  }

  private static void stop(
      DemoServer shop, PageServer pages, PrintStream out, CountDownLatch stopped) {
    shop.close();
    pages.close();
    out.println("Stopped.");
    stopped.countDown();
  }

  private static IllegalStateException fail(String message) {
    System.err.println(message);
    // Within Maven too: a stack trace and a failed build would bury the one line that helps.
    System.exit(1);
    return new IllegalStateException(message);
  }

  /** Starts a server at a port. */
  @FunctionalInterface
  private interface Start<S> {
    S at(int port) throws IOException;
  }
}
