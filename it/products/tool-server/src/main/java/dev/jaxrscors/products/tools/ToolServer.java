package dev.jaxrscors.products.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/** The server: Jersey in Tomcat, on the loopback interface. */
public final class ToolServer implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final ExecutorService running = Executors.newCachedThreadPool();
  private final Sessions sessions = new Sessions();

  private ToolServer() {}

  /**
   * Starts a server.
   *
   * @param port its port; 0 for any that is free
   * @param token who has it may call the tools
   * @param pages the origins whose pages may call them
   * @return the running server
   */
  public static ToolServer start(int port, String token, List<String> pages) {
    return start(port, token, pages, McpEndpoint::new);
  }

  static ToolServer start(int port, String token, List<String> pages, EndpointMaker maker) {
    ToolServer server = new ToolServer();
    ToolBox tools = new ToolBox(new CountWords(), new SplitSentences());
    McpEndpoint endpoint = maker.make(tools, server.sessions, server.running);
    server.start(port, application(endpoint, token, pages));
    return server;
  }

  /** Makes the endpoint; another one in a test of what goes wrong. */
  @FunctionalInterface
  interface EndpointMaker {

    McpEndpoint make(ToolBox tools, Sessions sessions, Executor executor);
  }

  private static ResourceConfig application(
      McpEndpoint endpoint, String token, List<String> pages) {
    return new ResourceConfig()
        .register(endpoint)
        .register(ResourceMetadata.class)
        .register(new TokenFilter(token))
        .register(new HostFilter())
        .property("tools.pages", String.join(",", pages));
  }

  private void start(int port, ResourceConfig application) {
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(port);
    tomcat.setBaseDir(emptyDirectory().toString());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "rest", new ServletContainer(application)).setAsyncSupported(true);
    context.addServletMapping("/*", "rest");
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tomcat wants one, and leaves nothing in it. */
  private static Path emptyDirectory() {
    try {
      Path directory = Files.createTempDirectory("tool-server");
      directory.toFile().deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the address that clients are told} */
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/mcp");
  }

  @Override
  public void close() {
    running.shutdownNow();
    sessions.endAll();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs a server until it is killed.
   *
   * @param args port, token, and the origins whose pages may call it
   */
  public static void main(String[] args) {
    ToolServer server =
        start(Integer.parseInt(args[0]), args[1], List.of(args).subList(2, args.length));
    System.out.println(server.address());
    server.tomcat.getServer().await();
  }
}
