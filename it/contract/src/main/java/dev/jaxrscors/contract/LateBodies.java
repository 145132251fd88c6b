package dev.jaxrscors.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests whose bodies come only when all of them are on their way: each keeps a thread of the
 * server, and has that forget what it answered last.
 */
final class LateBodies {

  /** More than the threads that a server keeps waiting. */
  private static final int REQUESTS = 48;

  /** For all threads that wait to take a request, on a machine that has other things to do. */
  private static final int LATE_MILLIS = 3_000;

  private static final int PATIENCE_MILLIS = 60_000;

  private LateBodies() {}

  /** Puts a text at each of these paths in turn, and waits for all answers. */
  static void sendTo(List<URI> targets) throws InterruptedException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < REQUESTS; i++) {
        open.add(begin(targets.get(i % targets.size())));
      }
      Thread.sleep(LATE_MILLIS);
      // All of them, before the first answer: a server may have fewer threads than requests wait.
      for (Socket socket : open) {
        write(socket, "late");
      }
      for (Socket socket : open) {
        socket.getInputStream().readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(LateBodies::close);
    }
  }

  private static Socket begin(URI target) throws IOException {
    Socket socket = new Socket(target.getHost(), target.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    write(
        socket,
        """
        PUT %s HTTP/1.1
        Host: %s
        Connection: close
        Content-Type: text/plain
        Content-Length: 4

        """
            .formatted(target.getRawPath(), target.getAuthority())
            .replace("\n", "\r\n"));
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
