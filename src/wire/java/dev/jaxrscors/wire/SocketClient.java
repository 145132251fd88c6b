package dev.jaxrscors.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client of HTTP/1.1 that sends exactly what it is told, one connection per request.
 *
 * <p>It is tempting to use {@link java.net.http.HttpClient} here; but that refuses to send {@code
 * Host}, {@code Connection} or a malformed value, and an attacker does not.
 */
public final class SocketClient {

  private final URI base;
  private final Duration timeout;
  private final boolean endsWithReply;

  private SocketClient(URI base, Duration timeout, boolean endsWithReply) {
    this.base = base;
    this.timeout = timeout;
    this.endsWithReply = endsWithReply;
  }

  /**
   * Returns a client of one application that waits at most 30 seconds for a whole reply.
   *
   * @param base where the application is, a URI of the scheme http
   * @return the client
   */
  public static SocketClient of(URI base) {
    return new SocketClient(base, Duration.ofSeconds(30), false);
  }

  /**
   * Returns this client with another patience.
   *
   * @param atMost how long one exchange may take, from connecting to the last byte
   * @return the client
   */
  public SocketClient waiting(Duration atMost) {
    return new SocketClient(base, atMost, endsWithReply);
  }

  /**
   * Returns this client, failing when a reply is followed by more, such as the body that a 204 must
   * not have, or when the server does not close the connection.
   *
   * @return the client
   */
  public SocketClient expectingEnd() {
    return new SocketClient(base, timeout, true);
  }

  /**
   * Sends a request and returns the reply. {@code Host}, {@code Connection: close} and {@code
   * Content-Length} are added unless the request has lines of these names.
   *
   * @param request what to send
   * @return what came back
   * @throws UncheckedIOException if the server cannot be reached, closes the connection too early,
   *     takes too long or does not speak HTTP/1.1; the message names the request
   */
  public Reply send(Request request) {
    try {
      return exchange(request);
    } catch (IOException e) {
      String line = request.method() + " " + target(request);
      throw new UncheckedIOException(line + " at " + base + ": " + e.getMessage(), e);
    }
  }

  private Reply exchange(Request request) throws IOException {
    Deadline deadline = Deadline.in(timeout);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), deadline.millisLeft());
      IOException refused = write(socket, wireFormOf(request));
      DeadlineInputStream bytes = new DeadlineInputStream(socket, deadline);
      try {
        ReplyReader reader = new ReplyReader(new BufferedInputStream(bytes));
        Reply reply = reader.replyTo(request.method());
        if (endsWithReply) {
          reader.expectEnd();
        }
        return reply;
      } catch (IOException e) {
        e.addSuppressed(refused);
        throw e;
      }
    }
  }

  /**
   * Writes what it can: a server that refuses a request early, with a 431 say, may close before it
   * has read all of it, and its reply is still to be read.
   */
  private static IOException write(Socket socket, byte[] wire) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(wire);
      out.flush();
      return new IOException("the request was sent in full");
    } catch (IOException e) {
      return e;
    }
  }

  private byte[] wireFormOf(Request request) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    putLine(wire, request.method() + " " + target(request) + " HTTP/1.1");
    putUnlessPresent(wire, request, "Host", base.getAuthority());
    request.fields().forEach(line -> putLine(wire, line.toString()));
    putUnlessPresent(wire, request, "Connection", "close");
    if (!request.body().isEmpty()) {
      String length = Integer.toString(request.body().length());
      putUnlessPresent(wire, request, "Content-Length", length);
    }
    putLine(wire, "");
    wire.writeBytes(bytesOf(request.body()));
    return wire.toByteArray();
  }

  /** Joins the paths; a slash that both of them have is one. */
  private String target(Request request) {
    String folder = base.getRawPath();
    boolean bothHaveSlash = folder.endsWith("/") && request.path().startsWith("/");
    return folder + request.path().substring(bothHaveSlash ? 1 : 0);
  }

  private static void putUnlessPresent(
      ByteArrayOutputStream wire, Request request, String name, String value) {
    if (!request.has(name)) {
      putLine(wire, name + ": " + value);
    }
  }

  private static void putLine(ByteArrayOutputStream wire, String line) {
    wire.writeBytes(bytesOf(line + "\r\n"));
  }

  private static byte[] bytesOf(String characters) {
    if (characters.chars().anyMatch(character -> character > 0xFF)) {
      throw new IllegalArgumentException("one character is one byte, in: " + characters);
    }
    return characters.getBytes(StandardCharsets.ISO_8859_1);
  }
}
