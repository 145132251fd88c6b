package dev.jaxrscors.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Jersey on Grizzly, on a free port of the loopback interface. Nothing here registers the library:
 * the runtime finds it, as it does for users.
 */
final class Server implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;
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
    return "http://" + authority();
  }

  private String authority() {
    return host() + ":" + port;
  }

  /** Sends a request on a connection of its own, and reads the response to its end. */
  Reply send(Request request) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getByName(host()), port), TIMEOUT_MILLIS);
      byte[] wire = request.toWire(authority()).getBytes(StandardCharsets.ISO_8859_1);
      socket.getOutputStream().write(wire);
      socket.getOutputStream().flush();
      byte[] reply = socket.getInputStream().readAllBytes();
      return Reply.parse(new String(reply, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.path(), e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
