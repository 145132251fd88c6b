package dev.jaxrscors.products.identity;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.URI;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;

/** An identity server that runs, on the loopback interface. */
public final class IdentityServer implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  // More than a form may have: what the container refuses itself no page can read.
  private static final long MOST_BODY_BYTES = 16 * 1024 * 1024;

  private final UndertowJaxrsServer undertow = new UndertowJaxrsServer();
  private final URI address;

  private IdentityServer(URI address) {
    this.address = address;
  }

  /**
   * Starts a server.
   *
   * @param database has the tables in {@code schema.sql}
   * @param port where it listens
   * @param settings what operators set, such as {@code cors.also-allowed-headers}
   * @return the server
   */
  public static IdentityServer start(DataSource database, int port, Map<String, String> settings) {
    IdentityServer server = new IdentityServer(URI.create("http://" + HOST + ":" + port + "/"));
    server.undertow.start(
        Undertow.builder()
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_BODY_BYTES)
            .addHttpListener(port, HOST));
    server.undertow.deploy(new IdentityApplication(database, server.address, settings));
    return server;
  }

  /** {@return where it is, with a slash at the end} */
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
