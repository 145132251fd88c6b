package dev.jaxrscors.demo;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;

/** What the server of the shop and that of the pages have in common. */
final class HttpServers {

  private HttpServers() {}

  static int port(HttpServer server) {
    return server.getListener(Transport.LISTENER).getPort();
  }

  /** Stops listening, and lets requests end that are being served, for a second at most. */
  static void stop(HttpServer server) {
    try {
      server.shutdown(1, TimeUnit.SECONDS).get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      server.shutdownNow();
    }
  }
}
