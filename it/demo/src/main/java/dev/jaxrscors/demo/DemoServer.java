package dev.jaxrscors.demo;

import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;

/** The shop on an embedded Jersey that listens on {@code 127.0.0.1} alone. */
public final class DemoServer implements AutoCloseable {

  private final Transport transport;
  private final HttpServer server;

  private DemoServer(Transport transport, HttpServer server) {
    this.transport = transport;
    this.server = server;
  }

  /**
   * {@return a server that answers requests, and allows the page at port 8081}
   *
   * @param port where it listens; 0 for any free port
   * @throws IOException if it cannot listen there
   */
  public static DemoServer start(int port) throws IOException {
    return start(Transport.plain(), port, "http://app.localhost:8081");
  }

  /**
   * {@return a server that answers requests}
   *
   * @param transport what it speaks
   * @param port where it listens; 0 for any free port
   * @param pages the origins on this machine that are the shop's own
   * @throws IOException if it cannot listen there
   */
  public static DemoServer start(Transport transport, int port, String... pages)
      throws IOException {
    Recorder recorder = new Recorder();
    ResourceConfig configuration = configuration(pages).register(provided(recorder));
    HttpServer server =
        transport.server(
            port, ContainerFactory.createContainer(GrizzlyHttpContainer.class, configuration));
    server.getServerConfiguration().getMonitoringConfig().getHttpConfig().addProbes(recorder);
    server.start();
    return new DemoServer(transport, server);
  }

  /** {@return the shop, configured} */
  static ResourceConfig configuration(String... pages) {
    // CorsFeature is nowhere here: Jersey finds it by itself, as most runtimes do.
    return ResourceConfig.forApplication(new Shop())
        .register(RolesAllowedDynamicFeature.class)
        .addProperties(Hosts.SETTINGS)
        .property(Pages.LOCAL_PAGES, String.join(",", pages))
        .property(ServerProperties.WADL_FEATURE_DISABLE, true);
  }

  private static AbstractBinder provided(Recorder recorder) {
    return new AbstractBinder() {
      @Override
      protected void configure() {
        bind(recorder).to(Recorder.class);
      }
    };
  }

  /** {@return the port it listens on} */
  public int port() {
    return HttpServers.port(server);
  }

  /** {@return the shop's origin} */
  public String origin() {
    return transport.scheme() + "://api.localhost:" + port();
  }

  /** Stops listening, and lets requests end that are being served, for a second at most. */
  @Override
  public void close() {
    HttpServers.stop(server);
  }
}
