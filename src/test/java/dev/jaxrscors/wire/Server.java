package dev.jaxrscors.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Jersey on Grizzly, on a free port of the loopback interface. Nothing here registers the library:
 * the runtime finds it, as it does for users.
 */
final class Server implements AutoCloseable {

  private static final int LONGEST_HEADER = 1 << 20;

  private final HttpServer http;
  private final int port;

  private Server(HttpServer http, int port) {
    this.http = http;
    this.port = port;
  }

  static Server of(Class<?>... components) {
    return of(new ResourceConfig(components));
  }

  static Server of(ResourceConfig application) {
    HttpServer http =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), application, false);
    try {
      NetworkListener listener = http.getListeners().iterator().next();
      // What is too long is the library's to refuse, not the server's.
      listener.setMaxHttpHeaderSize(LONGEST_HEADER);
      http.start();
      return new Server(http, listener.getPort());
    } catch (IOException e) {
      http.shutdownNow();
      throw new UncheckedIOException(e);
    }
  }

  String host() {
    return "127.0.0.1";
  }

  /** The origin of the server itself. */
  String origin() {
    return "http://" + host() + ":" + port;
  }

  /** Sends a request on a connection of its own, and reads the response to its end. */
  Reply send(Request request) {
    return SocketClient.of(URI.create(origin())).expectingEnd().send(request);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
