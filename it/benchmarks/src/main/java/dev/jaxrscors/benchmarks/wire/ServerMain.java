package dev.jaxrscors.benchmarks.wire;

import java.io.IOException;

/**
 * The program of a server process: starts one server, prints its port, and ends with its standard
 * input, so that it cannot outlive whoever started it.
 */
public final class ServerMain {

  private ServerMain() {}

  /**
   * Runs the server.
   *
   * @param args the names of a {@link Container} and of a {@link CorsLayer}
   * @throws Exception if the server cannot be started
   */
  public static void main(String... args) throws Exception {
    int port = Container.valueOf(args[0]).start(CorsLayer.valueOf(args[1]));
    System.out.println(port);
    awaitEndOfInput();
    System.exit(0);
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nobody has anything to say.
    }
  }
}
