package dev.jaxrscors.browsers.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that speaks WebDriver BiDi: commands, each with its answer, and the events that were
 * subscribed to.
 *
 * @see <a href="https://w3c.github.io/webdriver-bidi/#protocol">WebDriver BiDi, Protocol</a>
 */
final class BiDi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
  private final WebSocket socket;

  private BiDi(int port) {
    socket =
        await(
            HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/session"), new Listener()),
            CONNECT);
  }

  static BiDi connect(int port) {
    return new BiDi(port);
  }

  /** Returns the result of a command, and fails when that is an error or does not come in time. */
  JsonNode send(String method, Map<String, ?> params, Duration timeout) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    try {
      await(
          socket.sendText(text(Map.of("id", id, "method", method, "params", params)), true),
          timeout);
      return result(await(answer, timeout));
    } finally {
      answers.remove(id);
    }
  }

  /** Returns what every event was about that has come since this was last asked. */
  List<JsonNode> events() {
    List<JsonNode> come = new ArrayList<>();
    for (JsonNode event = events.poll(); event != null; event = events.poll()) {
      come.add(event.path("params"));
    }
    return come;
  }

  private static JsonNode result(JsonNode answer) {
    JsonNode result = answer.path("result");
    if (!"success".equals(answer.path("type").asText()) || result.has("exceptionDetails")) {
      throw new EngineException(answer.toString());
    }
    return result;
  }

  private static String text(Map<String, ?> command) {
    try {
      return JSON.writeValueAsString(command);
    } catch (JsonProcessingException e) {
      throw new EngineException("not to be written as JSON: " + command, e);
    }
  }

  private void receive(String message) {
    try {
      JsonNode answer = JSON.readTree(message);
      if ("event".equals(answer.path("type").asText())) {
        events.add(answer);
        return;
      }
      CompletableFuture<JsonNode> asked = answers.get(answer.path("id").asInt());
      if (asked != null) {
        asked.complete(answer);
      }
    } catch (JsonProcessingException e) {
      fail(e);
    }
  }

  private void fail(Throwable cause) {
    answers.values().forEach(answer -> answer.completeExceptionally(cause));
  }

  private static <T> T await(Future<T> future, Duration timeout) {
    try {
      return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EngineException("no answer within " + timeout, e);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Puts the pieces of a message together. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        receive(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(data);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      fail(new EngineException("the browser closed the connection: " + reason));
      return CompletableFuture.completedStage(reason);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      fail(error);
    }
  }
}
