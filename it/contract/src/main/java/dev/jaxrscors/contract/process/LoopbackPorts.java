package dev.jaxrscors.contract.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback interface that are free at the moment, and that no system hands out by
 * itself: a connection of a client, or a server that asks for any port, cannot take one in between.
 * A server that asks for this very port can: the token of a deployment tells the two apart.
 */
public final class LoopbackPorts {

  private static final int FIRST = 20_000;

  /** Where the ports begin that Linux hands out; other systems begin above. */
  private static final int END = 32_768;

  private LoopbackPorts() {}

  /**
   * Returns free ports, no two of them the same.
   *
   * @param count how many
   * @return the ports
   * @throws IllegalStateException if there are not so many
   */
  public static List<Integer> free(int count) {
    List<Integer> free =
        ThreadLocalRandom.current()
            .ints(END, FIRST, END)
            .distinct()
            .filter(LoopbackPorts::isFree)
            .limit(count)
            .boxed()
            .toList();
    if (free.size() < count) {
      throw new IllegalStateException("only " + free.size() + " free ports on loopback");
    }
    return free;
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
