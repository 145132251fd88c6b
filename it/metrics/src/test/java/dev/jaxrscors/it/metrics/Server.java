package dev.jaxrscors.it.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly, on a free port of the loopback interface. */
final class Server implements AutoCloseable {

  static final String APP = "https://app.example.com";

  private final HttpServer http;

  Server(ResourceConfig application) {
    http =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/"), application);
  }

  HttpResponse<String> get(String path, String origin) throws IOException, InterruptedException {
    return send(request(path).header("Origin", origin).GET());
  }

  String get(String path) throws IOException, InterruptedException {
    return send(request(path).GET()).body();
  }

  HttpResponse<String> preflight(String path, String origin, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "PUT");
    if (headers.length > 0) {
      request.header("Access-Control-Request-Headers", String.join(",", headers));
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    int port = http.getListeners().iterator().next().getPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    // On a connection of its own: the client does not try OPTIONS again where the server has ended
    // one.
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
