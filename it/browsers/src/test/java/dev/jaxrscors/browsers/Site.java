package dev.jaxrscors.browsers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jaxrscors.demo.DemoServer;
import dev.jaxrscors.demo.PageServer;
import dev.jaxrscors.demo.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLContext;

/** The shop and its pages, on free ports, over one scheme. */
final class Site implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scheme scheme;
  private final HttpClient client;
  private final PageServer pages;
  private final DemoServer shop;

  private Site(Scheme scheme, SSLContext tls) throws IOException {
    Transport transport = scheme == Scheme.HTTPS ? Transport.tls(tls) : Transport.plain();
    this.scheme = scheme;
    client = HttpClient.newBuilder().sslContext(tls).build();
    pages = PageServer.start(transport, 0);
    shop = DemoServer.start(transport, 0, pages.friend());
    pages.call(shop);
  }

  static Site over(Scheme scheme, SSLContext tls) {
    try {
      return new Site(scheme, tls);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String shop() {
    return shop.origin();
  }

  String friend() {
    return pages.friend();
  }

  String stranger() {
    return pages.stranger();
  }

  int pagesPort() {
    return pages.port();
  }

  /** Returns what reached the shop under an id, such as {@code [OPTIONS 204, PUT 204]}. */
  List<String> recorded(String id) {
    return elements(exchanges(id)).stream()
        .map(exchange -> word(exchange, "request", 0) + " " + word(exchange, "response", 1))
        .toList();
  }

  /** Returns the values of a request header in the exchanges under an id, or "-" for none. */
  List<String> recorded(String id, String header) {
    String start = header + ": ";
    return elements(exchanges(id)).stream()
        .map(
            exchange ->
                elements(exchange.path("request")).stream()
                    .map(JsonNode::asText)
                    .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse("-"))
        .toList();
  }

  private static String word(JsonNode exchange, String message, int index) {
    List<String> words = List.of(exchange.path(message).path(0).asText().split(" ", 3));
    return words.get(index);
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode exchanges(String id) {
    String shopByAddress = scheme + "://127.0.0.1:" + shop.port();
    URI uri = URI.create(shopByAddress + "/exchanges/" + id);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
    try {
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    shop.close();
    pages.close();
  }
}
