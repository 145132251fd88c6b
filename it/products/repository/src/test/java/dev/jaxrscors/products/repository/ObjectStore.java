package dev.jaxrscors.products.repository;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A store of objects, which has CORS of its own: anybody may read. It cannot list origins, because
 * browsers that were redirected to it from another origin send {@code Origin: null}.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#concept-request-tainted-origin">Fetch,
 *     redirect-tainted origin</a>
 */
final class ObjectStore implements AutoCloseable {

  static final String CONTENT = "from the store";

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private ObjectStore(HttpServer server) {
    this.server = server;
  }

  static ObjectStore start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ObjectStore store = new ObjectStore(HttpServer.create(address, 0));
      store.server.createContext("/", store::answer);
      store.server.start();
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      requests.add(exchange.getRequestMethod() + " from " + origin);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Access-Control-Allow-Origin", "*");
      headers.set("Access-Control-Allow-Headers", ApiKey.HEADER);
      byte[] content = CONTENT.getBytes(StandardCharsets.UTF_8);
      boolean isPreflight = exchange.getRequestMethod().equals("OPTIONS");
      exchange.sendResponseHeaders(isPreflight ? 204 : 200, isPreflight ? -1 : content.length);
      if (!isPreflight) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  /** Returns what has come since this was last asked, such as {@code GET from null}. */
  List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.removeAll(taken);
    return taken;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
