package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** The start of a stream of server-sent events. */
final class EventStream {

  private static final int TIMEOUT_MILLIS = 10_000;

  private EventStream() {}

  /** Returns the first events, and fails unless a page of the origin may read them. */
  static List<String> first(int port, String path, String origin, int count) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String request = "GET %s HTTP/1.1\r\nHost: api.localhost\r\nOrigin: %s\r\n\r\n";
      socket.getOutputStream().write(request.formatted(path, origin).getBytes(UTF_8));
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      List<String> head = in.lines().takeWhile(line -> !line.isEmpty()).toList();
      if (!head.contains("Access-Control-Allow-Origin: " + origin)) {
        throw new AssertionError("not readable: " + head);
      }
      return in.lines().filter(line -> line.startsWith("data:")).limit(count).toList();
    }
  }
}
