package dev.jaxrscors.proxies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The server that is behind a cache: Jersey in Tomcat, on the loopback interface. */
final class CachedServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();

  private CachedServer() {}

  static CachedServer start() {
    CachedServer server = new CachedServer();
    try {
      server.begin();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  private void begin() throws IOException, LifecycleException {
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    tomcat.setBaseDir(Files.createTempDirectory("cached").toString());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    ServletContainer rest = new ServletContainer(new ResourceConfig(Cached.resources()));
    Tomcat.addServlet(context, "rest", rest);
    context.addServletMapping("/*", "rest");
    tomcat.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}
