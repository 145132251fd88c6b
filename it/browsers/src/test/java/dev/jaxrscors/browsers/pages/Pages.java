package dev.jaxrscors.browsers.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The front end of a product: pages of a test, and clients from WebJars below {@code /webjars/}, on
 * a port of its own. Its pages have one of two origins, by the host that they are asked of.
 */
public final class Pages implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, String> pages;

  private Pages(HttpServer server, Map<String, String> pages) {
    this.server = server;
    this.pages = pages;
  }

  /**
   * Starts to serve.
   *
   * @param pages what they hold, by path, such as {@code /app.html}
   * @return the running server
   */
  public static Pages serving(Map<String, String> pages) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Pages served = new Pages(HttpServer.create(address, 0), Map.copyOf(pages));
      served.server.createContext("/", served::answer);
      served.server.setExecutor(served.threads);
      served.server.start();
      return served;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the origin that a product is told of} */
  public String origin() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** {@return another origin of the same pages, which nobody is told of} */
  public String stranger() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] content = content(path);
      String ending = path.substring(path.lastIndexOf('.') + 1);
      String type = TYPES.getOrDefault(ending, "application/octet-stream");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(
          content.length > 0 ? 200 : 404, content.length > 0 ? content.length : -1);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] content(String path) throws IOException {
    String page = pages.get(path);
    if (page != null) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    if (!path.startsWith("/webjars/")) {
      return new byte[0];
    }
    try (InputStream file = Pages.class.getResourceAsStream("/META-INF/resources" + path)) {
      return file == null ? new byte[0] : file.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
