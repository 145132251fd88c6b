package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Exchanges with a server on this machine, byte by byte. */
final class Http {

  private static final int TIMEOUT_MILLIS = 10_000;

  private Http() {}

  /** Returns the whole response to a whole request, both with plain line ends. */
  static String exchange(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(closing(request).getBytes(ISO_8859_1));
      String response = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return response.replace("\r\n", "\n").replace("\nConnection: close\n", "\n");
    }
  }

  /** Asks the server to close the connection, which is how the end of the response is told. */
  private static String closing(String request) {
    return request.replaceFirst("\n\n", "\nConnection: close\n\n").replace("\n", "\r\n");
  }
}
