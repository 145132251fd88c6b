package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports of the loopback interface that are free at the moment. Another process may take one before
 * the server does: the token of a deployment tells the two apart.
 */
public final class LoopbackPorts {

  private LoopbackPorts() {}

  /**
   * Returns free ports, no two of them the same.
   *
   * @param count how many
   * @return the ports
   * @throws UncheckedIOException if there are not so many
   */
  public static List<Integer> free(int count) {
    // All are held until the last is found: a port that is given back may be handed out again.
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on the loopback interface", e);
    } finally {
      held.forEach(LoopbackPorts::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
