package dev.jaxrscors.browser;

import static dev.jaxrscors.testing.CorsAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.Stage;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do not answer, or not in HTTP; and clients that a test brings. */
class NetworkTest extends Served {

  @Test
  void a_server_that_is_not_there_blocks() throws IOException {
    // Taken, but nobody listens: a port that is free might be somebody else's a moment later.
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/");

      Outcome outcome = browser.get(nobody).send();

      assertThat(outcome)
          .isBlocked()
          .at(Stage.NETWORK)
          .because("blocked by the network: GET " + nobody + " failed: java.net.ConnectException");
      assertThat(outcome.exchanges()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "200 OK\nX A: b", "abc X"})
  void an_answer_that_is_not_http_blocks(String answer) {
    server.toRequests(answer);

    assertThat(browser.get(server.at("/")).send()).isBlocked().at(Stage.NETWORK);
  }

  @Test
  void a_body_in_chunks_is_read_whole() {
    server.toRequests(
        "200 OK",
        ALLOW_PAGE,
        "Transfer-Encoding: chunked",
        "",
        "3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");

    assertThat(browser.get(server.at("/")).send()).isShared().hasBody("hello");
  }

  @Test
  void a_body_that_ends_too_early_blocks() {
    server.toRequests("200 OK", ALLOW_PAGE, "Transfer-Encoding: chunked", "", "9\r\nhel");

    assertThat(browser.get(server.at("/")).send()).isBlocked().at(Stage.NETWORK);
  }

  @Test
  void a_server_that_is_silent_blocks_after_the_timeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(impatient(silent)).isBlocked().at(Stage.NETWORK).because("no whole response");
    }
  }

  @Test
  void a_response_that_does_not_end_blocks_after_the_timeout() throws Exception {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> impatient(slow));
      try (Socket connection = slow.accept()) {
        String beginning = "HTTP/1.1 200 OK\r\n" + ALLOW_PAGE + "\r\nContent-Length: 9\r\n\r\nhel";
        connection.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(outcome.get(20, TimeUnit.SECONDS))
            .isBlocked()
            .at(Stage.NETWORK)
            .because("no whole response");
      }
    }
  }

  private Outcome impatient(ServerSocket socket) {
    URI uri = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    return browser.withTimeout(Duration.ofMillis(300)).get(uri).send();
  }

  @Test
  void a_client_of_the_test_sends() {
    server.toRequests("200 OK", ALLOW_PAGE);
    HttpClient client = HttpClient.newHttpClient();

    assertThat(browser.over(client).get(server.at("/")).send()).isShared();
  }

  @Test
  void a_client_that_decides_by_itself_is_refused() {
    HttpClient follows =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpClient keepsCookies = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpClient authenticates =
        HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

    HttpClient goesThroughProxy = HttpClient.newBuilder().proxy(ProxySelector.getDefault()).build();

    for (HttpClient client :
        new HttpClient[] {follows, keepsCookies, authenticates, goesThroughProxy}) {
      assertThatThrownBy(() -> browser.over(client))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("leave out followRedirects, cookieHandler and authenticator");
    }
  }

  @Test
  void an_interrupt_is_kept_for_the_test() throws IOException {
    // Connections wait in its queue: an answer could be there before the interrupt is noticed.
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.currentThread().interrupt();

      Outcome outcome =
          browser.get(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/")).send();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(outcome).isBlocked().at(Stage.NETWORK).because("interrupted");
    }
  }
}
