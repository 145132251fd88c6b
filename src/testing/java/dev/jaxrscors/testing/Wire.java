package dev.jaxrscors.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP, and nothing of what a browser knows.
 *
 * @param client whose certificates and keys count
 * @param timeout how long it waits for the end of a response
 */
record Wire(HttpClient client, Duration timeout) {
  static final Wire USUAL = new Wire(HttpClient.newHttpClient(), Duration.ofSeconds(30));

  Wire over(HttpClient other) {
    if (other.followRedirects() != HttpClient.Redirect.NEVER
        || other.cookieHandler().isPresent()
        || other.authenticator().isPresent()
        || other.proxy().isPresent()) {
      throw new IllegalArgumentException(
          "A browser follows redirects, keeps cookies and authenticates by itself, so its client"
              + " must not; nor may it go through a proxy, which hides what the server sends: leave out"
              + " followRedirects, cookieHandler and authenticator, and the proxy.");
    }
    return new Wire(other, timeout);
  }

  Wire within(Duration other) {
    return new Wire(client, other);
  }

  Response send(String method, URI url, Headers headers, Body body) throws NetworkError {
    String request = method + " " + url;
    try (Connection connection = new Connection(new Tls(client))) {
      return CompletableFuture.supplyAsync(
              () -> exchange(connection, method, url, headers, body), Wire::start)
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw failed(request, "no whole response within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failed(request, reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(request, "the wait for it was interrupted");
    }
  }

  private static Response exchange(
      Connection connection, String method, URI url, Headers headers, Body body) {
    try {
      return connection.send(method, url, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A thread of its own, which a wait that is given up does not keep from others. */
  private static void start(Runnable exchange) {
    Thread thread = new Thread(exchange, "browser");
    thread.setDaemon(true);
    thread.start();
  }

  private static String reason(Throwable wrapper) {
    Throwable cause = wrapper;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException
            || cause instanceof CompletionException
            || cause instanceof UncheckedIOException)) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  private static NetworkError failed(String request, String reason) {
    return new NetworkError(Stage.NETWORK, request + " failed: " + reason);
  }
}
