package dev.jaxrscors.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.jaxrscors.benchmarks.dispatch.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The servers are real ones, each in a process of its own. */
class ServersTest {

  private final Client client = new Client();

  @ParameterizedTest
  @EnumSource
  void every_layer_answers_each_call_as_its_case_says(Container container) throws IOException {
    try (Servers servers = Servers.start(container)) {
      assertThat(servers.all())
          .extracting(ServerProcess::layer)
          .containsExactlyElementsOf(container.layers());
      Map<String, List<String>> mistakes = new TreeMap<>();
      for (ServerProcess server : servers.all()) {
        for (Call call : Call.values()) {
          Answer answer = client.send(server, call);
          mistakes.put(server + ", " + call, AnswerCheck.mistakes(server.layer(), call, answer));
        }
      }
      mistakes.values().removeIf(List::isEmpty);
      assertThat(mistakes).isEmpty();
    }
  }

  @Test
  void a_server_ends_when_it_is_closed() throws IOException {
    ServerProcess server = ServerProcess.start(Container.JETTY, CorsLayer.BARE);
    URI order = server.order();
    assertThat(server.cpu()).isGreaterThan(Duration.ZERO);
    server.close();
    assertThatIOException()
        .isThrownBy(() -> new Socket(order.getHost(), order.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_server_that_does_not_start_says_why() {
    assertThatIOException()
        .isThrownBy(() -> ServerProcess.start(Container.JETTY, CorsLayer.TOMCAT).close())
        .withMessageContaining("JETTY with TOMCAT did not start")
        .withMessageContaining("JETTY has no layer TOMCAT");
  }
}
