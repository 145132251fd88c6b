package dev.jaxrscors.docs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** An application on a real Jersey, spoken to byte by byte. */
final class Deployed implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 10_000;

  private final HttpServer server;

  Deployed(ResourceConfig application) {
    this.server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
  }

  int port() {
    return server.getListener("grizzly").getPort();
  }

  /**
   * Returns the head of the response to a request without a body, both with plain line ends, up to
   * and with the empty line.
   */
  String head(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(ISO_8859_1));
      return head(socket.getInputStream()).replace("\r\n", "\n");
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new AssertionError("the connection ended after: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
