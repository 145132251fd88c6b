package dev.jaxrscors.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/**
 * Serves the playground: one page, which is the friend or the stranger by the host that the browser
 * asked. It has nothing to do with the shop, and no policy: a page of its own origin needs none.
 */
public final class PageServer implements AutoCloseable {

  private final Transport transport;
  private final HttpServer server;
  private volatile String shop = "";

  private PageServer(Transport transport, int port) {
    this.transport = transport;
    this.server = transport.server(port, new Files());
  }

  /**
   * {@return a server of pages that answers requests}
   *
   * @param transport what it speaks
   * @param port where it listens; 0 for any free port
   * @throws IOException if it cannot listen there
   */
  public static PageServer start(Transport transport, int port) throws IOException {
    PageServer pages = new PageServer(transport, port);
    pages.server.start();
    return pages;
  }

  /**
   * Says where the shop is that the pages call.
   *
   * @param server the shop's
   */
  public void call(DemoServer server) {
    shop = server.origin();
  }

  /** {@return the port it listens on} */
  public int port() {
    return HttpServers.port(server);
  }

  /** {@return the origin of the page that the shop knows} */
  public String friend() {
    return transport.scheme() + "://app.localhost:" + port();
  }

  /** {@return the origin of the page that the shop does not know} */
  public String stranger() {
    return transport.scheme() + "://evil.localhost:" + port();
  }

  /** Stops listening. */
  @Override
  public void close() {
    HttpServers.stop(server);
  }

  /** Answers with a file of the page, or with where the shop is. */
  private final class Files extends HttpHandler {

    private static final Pattern NAME = Pattern.compile("/([a-z]+\\.(html|css|js))");

    private static final Map<String, String> TYPES =
        Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");

    @Override
    public void service(Request request, Response response) throws IOException {
      String path = request.getRequestURI();
      if (path.equals("/shop")) {
        send(response, "text/plain", shop.getBytes(UTF_8));
      } else {
        sendFile(response, path.equals("/") ? "/index.html" : path);
      }
    }

    private void sendFile(Response response, String path) throws IOException {
      Matcher name = NAME.matcher(path);
      if (!name.matches()) {
        response.sendError(404);
        return;
      }
      try (InputStream file = PageServer.class.getResourceAsStream("pages/" + name.group(1))) {
        if (file == null) {
          response.sendError(404);
        } else {
          send(response, TYPES.getOrDefault(name.group(2), ""), file.readAllBytes());
        }
      }
    }

    private void send(Response response, String type, byte[] body) throws IOException {
      response.setContentType(type + ";charset=utf-8");
      response.setHeader("Cache-Control", "no-cache");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
