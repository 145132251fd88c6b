package dev.jaxrscors.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers what a test has written, byte by byte: a status line without its protocol,
 * header fields, and after an empty line the body.
 */
final class VerbatimServer implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final ServerSocket socket;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile String toPreflights = "501 Not Expected";
  private volatile String toRequests = "501 Not Expected";

  /** A request, as it came over the wire. */
  record Received(String method, String target, Map<String, String> fields, String body) {

    boolean isPreflight() {
      return fields.containsKey("Access-Control-Request-Method");
    }

    @Nullable String field(String name) {
      return fields.get(name);
    }
  }

  VerbatimServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread acceptor = new Thread(this::accept, "verbatim-" + socket.getLocalPort());
    acceptor.setDaemon(true);
    acceptor.start();
  }

  VerbatimServer toPreflights(String... lines) {
    toPreflights = String.join("\n", lines);
    return this;
  }

  VerbatimServer toRequests(String... lines) {
    toRequests = String.join("\n", lines);
    return this;
  }

  String origin() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  URI at(String target) {
    return URI.create(origin() + target);
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  Received only() {
    if (received.size() != 1) {
      throw new AssertionError("Expected one request, but there were " + received);
    }
    return received.get(0);
  }

  long preflights() {
    return received.stream().filter(Received::isPreflight).count();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connection.setSoTimeout(TIMEOUT_MILLIS);
        serve(connection);
      } catch (IOException e) {
        // The client has gone, or the server was closed: the test sees what is missing.
      }
    }
  }

  private void serve(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = in.readLine();
    if (line == null) {
      return;
    }
    Received request = read(in, line.split(" ", 3));
    received.add(request);
    String answer = request.isPreflight() ? toPreflights : toRequests;
    connection.getOutputStream().write(toWire(answer, request));
    connection.getOutputStream().flush();
  }

  private static Received read(BufferedReader in, String[] requestLine) throws IOException {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String[] field = line.split(": ?", 2);
      fields.merge(field[0], field[1], (one, two) -> one + " | " + two);
    }
    char[] body = new char[Integer.parseInt(fields.getOrDefault("Content-Length", "0"))];
    int length = 0;
    while (length < body.length) {
      length += in.read(body, length, body.length - length);
    }
    return new Received(requestLine[0], requestLine[1], fields, new String(body));
  }

  private static byte[] toWire(String answer, Received request) {
    int end = answer.indexOf("\n\n");
    String head = end < 0 ? answer : answer.substring(0, end);
    String body = end < 0 ? "" : answer.substring(end + 2);
    boolean bodiless = head.startsWith("204") || head.startsWith("304");
    String length = bodiless ? "" : "\nContent-Length: " + body.length();
    String wire = "HTTP/1.1 " + head + length + "\nConnection: close\n\n";
    String sent = request.method().equals("HEAD") ? "" : body;
    return (wire.replace("\n", "\r\n") + sent).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
