package dev.jaxrscors.benchmarks.wire;

import java.util.List;

/** An embedded server with Jersey in it. */
public enum Container {
  /** Jetty 12. */
  JETTY(CorsLayer.JETTY) {
    @Override
    int launch(CorsLayer layer) throws Exception {
      return JettyServer.start(layer);
    }
  },
  /** Tomcat 10.1. */
  TOMCAT(CorsLayer.TOMCAT) {
    @Override
    int launch(CorsLayer layer) throws Exception {
      return TomcatServer.start(layer);
    }
  };

  private final CorsLayer own;

  Container(CorsLayer own) {
    this.own = own;
  }

  /** {@return the layers that are measured on it, the bare one first} */
  List<CorsLayer> layers() {
    return List.of(
        CorsLayer.BARE,
        CorsLayer.HAND_WRITTEN,
        own,
        CorsLayer.SPRING,
        CorsLayer.RESTEASY,
        CorsLayer.LEAST,
        CorsLayer.OURS);
  }

  /**
   * Starts it in this process, on the loopback interface.
   *
   * @param layer what takes care of CORS in it
   * @return the port it listens at
   * @throws IllegalArgumentException if there is no such layer for it
   * @throws Exception if it cannot be started
   */
  int start(CorsLayer layer) throws Exception {
    if (!layers().contains(layer)) {
      throw new IllegalArgumentException("%s has no layer %s".formatted(this, layer));
    }
    return launch(layer);
  }

  abstract int launch(CorsLayer layer) throws Exception;
}
