package dev.jaxrscors.benchmarks.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All servers of one container, up at the same time. */
final class Servers implements AutoCloseable {

  private final List<ServerProcess> servers = new ArrayList<>();

  private Servers() {}

  /**
   * Starts one server for each layer of a container.
   *
   * @param container which
   * @return the servers, which the caller closes
   * @throws IOException if one does not come up; the others are stopped then
   */
  static Servers start(Container container) throws IOException {
    Servers started = new Servers();
    try {
      for (CorsLayer layer : container.layers()) {
        started.servers.add(ServerProcess.start(container, layer));
      }
      return started;
    } catch (IOException e) {
      started.close();
      throw e;
    }
  }

  /** {@return the servers, the bare one first} */
  List<ServerProcess> all() {
    return List.copyOf(servers);
  }

  @Override
  public void close() throws IOException {
    for (ServerProcess server : servers) {
      server.close();
    }
  }
}
