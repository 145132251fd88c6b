package dev.jaxrscors.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// What answers in the background is checked by what arrives.
@SuppressWarnings({"FutureReturnValueIgnored", "StringConcatToTextBlock"})
class SocketClientTest {

  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void a_request_is_sent_byte_by_byte_as_it_was_written() throws Exception {
    CompletableFuture<String> sent = answering("HTTP/1.1 204 No Content\r\n\r\n");

    client()
        .send(
            Request.of("OPTIONS", "a?b=%zz")
                .with("Origin", "https://a.example")
                .with("origin", "\u00ff\t null")
                .with("Host", "elsewhere.example"));

    assertThat(sent.get())
        .isEqualTo(
            "OPTIONS /base/a?b=%zz HTTP/1.1\r\n"
                + "Origin: https://a.example\r\n"
                + "origin: \u00ff\t null\r\n"
                + "Host: elsewhere.example\r\n"
                + "Connection: close\r\n"
                + "\r\n");
  }

  @Test
  void host_connection_and_length_are_added() throws Exception {
    CompletableFuture<String> sent = answering("HTTP/1.1 204 No Content\r\n\r\n");

    client().send(Request.of("POST", "").carrying("text/plain", "ü"));

    assertThat(sent.get())
        .isEqualTo(
            "POST /base/ HTTP/1.1\r\n"
                + ("Host: 127.0.0.1:" + server.getLocalPort() + "\r\n")
                + "Content-Type: text/plain\r\n"
                + "Connection: close\r\n"
                + "Content-Length: 2\r\n"
                + "\r\n");
  }

  @Test
  void a_character_that_is_no_byte_is_refused() {
    Request request = Request.of("GET", "").with("Origin", "\u20ac");

    assertThatThrownBy(() -> client().send(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one character is one byte");
  }

  @Test
  void every_header_line_is_kept_in_order() {
    answering("HTTP/1.1 200 OK\r\nVary: a, b\r\nX:\r\nvary:  c \r\nContent-Length: 0\r\n\r\n");

    Reply reply = client().send(Request.of("GET", ""));

    assertThat(reply.all("VARY")).containsExactly("a, b", "c");
    assertThat(reply.fields()).startsWith(new Field("Vary", "a, b"), new Field("X", "")).hasSize(4);
  }

  @Test
  void a_body_is_read_by_its_length() {
    answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef");

    assertThat(client().send(Request.of("GET", "")).body()).isEqualTo("abc");
  }

  @Test
  void what_follows_a_reply_fails_where_the_end_is_expected() {
    answering("HTTP/1.1 204 No Content\r\n\r\nabc");

    assertThatThrownBy(() -> client().expectingEnd().send(Request.of("GET", "")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("bytes after the reply");
  }

  @Test
  void a_slash_of_base_and_path_is_one() throws Exception {
    CompletableFuture<String> sent = answering("HTTP/1.1 204 No Content\r\n\r\n");

    client().expectingEnd().send(Request.get("/p01"));

    assertThat(sent.get()).startsWith("GET /base/p01 HTTP/1.1\r\n");
  }

  @Test
  void a_body_is_read_chunk_by_chunk() {
    answering(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n");

    assertThat(client().send(Request.of("GET", "")).body()).isEqualTo("abc0123456789");
  }

  @Test
  void a_body_without_a_length_is_read_until_the_connection_closes() {
    answering("HTTP/1.0 200\r\n\r\nb\u00c3\u00bccher");

    assertThat(client().send(Request.of("GET", "")).text()).isEqualTo("bücher");
  }

  @Test
  void a_reply_to_HEAD_has_no_body_whatever_its_length_says() {
    answering("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

    Reply reply = client().send(Request.of("HEAD", ""));

    assertThat(reply).isEqualTo(new Reply(200, List.of(new Field("Content-Length", "5")), ""));
  }

  @Test
  void an_interim_reply_is_passed_over() {
    answering("HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n");

    Reply reply = client().send(Request.of("GET", ""));

    assertThat(reply).isEqualTo(new Reply(403, List.of(), ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
      })
  void what_is_not_a_reply_of_HTTP_1_1_fails_and_names_the_request(String bytes) {
    answering(bytes);

    assertThatThrownBy(() -> client().send(Request.of("GET", "x")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("GET /base/x at http://127.0.0.1:");
  }

  @Test
  void a_line_without_an_end_is_given_up() {
    answering("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000));

    assertThatThrownBy(() -> client().send(Request.of("GET", "")))
        .hasMessageContaining("a line of more than");
  }

  @Test
  void header_lines_without_an_end_are_given_up() {
    answering("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(1001));

    assertThatThrownBy(() -> client().send(Request.of("GET", "")))
        .hasMessageContaining("more than 1000 header lines");
  }

  @Test
  void a_server_that_says_nothing_is_given_up_in_time() {
    // Nobody accepts: the system completes the connection and no byte ever comes.
    SocketClient impatient = client().waiting(Duration.ofMillis(200));

    assertThatThrownBy(() -> impatient.send(Request.of("GET", "")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("timed out");
  }

  @Test
  void a_server_that_drips_is_given_up_in_time() {
    CompletableFuture.runAsync(this::drip);
    SocketClient impatient = client().waiting(Duration.ofMillis(300));

    assertThatThrownBy(() -> impatient.send(Request.of("GET", "")))
        .isInstanceOf(UncheckedIOException.class);
  }

  private void drip() {
    try (Socket socket = server.accept()) {
      for (int i = 0; i < 100; i++) {
        socket.getOutputStream().write('x');
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // The client has gone, which is what the test waits for.
      return;
    }
    throw new AssertionError("the client read all there was");
  }

  /** Answers one request, and returns the head of that request. */
  private CompletableFuture<String> answering(String bytes) {
    return CompletableFuture.supplyAsync(() -> answerOnce(bytes));
  }

  private String answerOnce(String bytes) {
    try (Socket socket = server.accept()) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) socket.getInputStream().read());
      }
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return head.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SocketClient client() {
    return SocketClient.of(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/base/"));
  }
}
