package dev.jaxrscors.benchmarks.wire;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends one call, with the header fields the load has. {@code Host} is one of them, so it needs
 * {@code -Djdk.httpclient.allowRestrictedHeaders=host} on the command line.
 */
final class Client {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Answer send(ServerProcess server, Call call) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.order())
            .timeout(PATIENCE)
            .method(call.method(), BodyPublishers.noBody());
    call.headers().forEach(request::header);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + server + " answers " + call, e);
    }
  }
}
