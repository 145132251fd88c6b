package dev.jaxrscors.demo;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

/** The shop on an embedded Jersey that listens on {@code 127.0.0.1} alone. */
public final class DemoServer implements AutoCloseable {

  private final HttpServer server;

  private DemoServer(HttpServer server) {
    this.server = server;
  }

  /**
   * {@return a server that answers requests}
   *
   * @param port where it listens; 0 for any free port
   * @throws IOException if it cannot listen there
   */
  public static DemoServer start(int port) throws IOException {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:" + port + "/"), configuration(), false);
    server.start();
    return new DemoServer(server);
  }

  private static ResourceConfig configuration() {
    // CorsFeature is nowhere here: Jersey finds it by itself, as most runtimes do.
    return ResourceConfig.forApplication(new Shop())
        .register(RolesAllowedDynamicFeature.class)
        .property(ServerProperties.WADL_FEATURE_DISABLE, true);
  }

  /** {@return the port it listens on} */
  public int port() {
    return server.getListener("grizzly").getPort();
  }

  /** Stops listening, and lets requests end that are being served, for a second at most. */
  @Override
  public void close() {
    try {
      server.shutdown(1, TimeUnit.SECONDS).get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      server.shutdownNow();
    }
  }
}
