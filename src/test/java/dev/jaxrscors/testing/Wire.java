package dev.jaxrscors.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP, and nothing of what a browser knows.
 *
 * @param client what sends
 * @param timeout how long it waits for the end of a response
 */
record Wire(HttpClient client, Duration timeout) {
  /** HTTP/1.1, since an upgrade would put header fields on the wire that no browser sends. */
  static final Wire USUAL =
      new Wire(
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
          Duration.ofSeconds(30));

  Wire over(HttpClient other) {
    if (other.followRedirects() != HttpClient.Redirect.NEVER
        || other.cookieHandler().isPresent()
        || other.authenticator().isPresent()) {
      throw new IllegalArgumentException(
          "A browser follows redirects, keeps cookies and authenticates by itself, so its client"
              + " must not: leave out followRedirects, cookieHandler and authenticator.");
    }
    return new Wire(other, timeout);
  }

  Wire within(Duration other) {
    return new Wire(client, other);
  }

  Response send(String method, URI url, Headers headers, Body body) throws NetworkError {
    HttpRequest request = request(method, url, headers, body);
    CompletableFuture<HttpResponse<byte[]>> response =
        client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return read(response.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw failed(request, "no whole response within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failed(request, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(request, "the wait for it was interrupted");
    } finally {
      response.cancel(true);
    }
  }

  private static HttpRequest request(String method, URI url, Headers headers, Body body)
      throws NetworkError {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(url).method(method, publisher(body));
      for (String name : headers.names()) {
        request.header(name, String.join(", ", headers.values(name)));
      }
      return request.build();
    } catch (IllegalArgumentException e) {
      throw new NetworkError(Stage.NETWORK, "Java's client cannot send it: " + e.getMessage());
    }
  }

  private static BodyPublisher publisher(Body body) {
    return body == Body.NONE ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes());
  }

  private static Response read(HttpResponse<byte[]> response) {
    Headers headers = Headers.EMPTY;
    for (Map.Entry<String, List<String>> field : response.headers().map().entrySet()) {
      for (String value : field.getValue()) {
        headers = headers.with(field.getKey(), value);
      }
    }
    String text = new String(response.body(), StandardCharsets.UTF_8);
    return new Response(response.statusCode(), headers, text);
  }

  private static NetworkError failed(HttpRequest request, String reason) {
    return new NetworkError(
        Stage.NETWORK, request.method() + " " + request.uri() + " failed: " + reason);
  }
}
