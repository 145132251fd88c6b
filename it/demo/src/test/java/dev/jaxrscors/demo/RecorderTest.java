package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recorder remembers, forgets, and shows to every page that knows the id. */
class RecorderTest {

  private static final Exchange EXCHANGE = new Exchange(List.of("GET"), List.of("200"));

  @Test
  void it_remembers_an_exchange_as_it_went_over_the_wire() throws IOException {
    try (DemoServer server = DemoServer.start(0)) {
      String request = "OPTIONS /orders/1?exchange=0123abcd HTTP/1.1\nHost: api.localhost\n";
      String response = send(server, request + "X-Odd:  a  b\nX-Odd: c\n\n");
      String recorded = get(server, "/exchanges/0123abcd");
      assertThat(recorded)
          .contains("\nAccess-Control-Allow-Origin: *\n", "\nCache-Control: no-store\n")
          .contains("\"OPTIONS /orders/1?exchange=0123abcd HTTP/1.1\",\"host: api.localhost\"")
          .contains("\"x-odd: a  b\",\"x-odd: c\"");
      assertThat(response.substring(0, response.indexOf("\n\n")).lines())
          .isNotEmpty()
          .allSatisfy(line -> assertThat(recorded).contains("\"" + line.replace("\"", "\\\"")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "?exchange",
        "?exchange=",
        "?exchange=short",
        "?exchange=%30123abcd",
        "?exchange=0123ABCD",
        "?exchanges=0123abcd",
        "?an-exchange=0123abcd"
      })
  void it_remembers_nothing_that_does_not_ask_for_it(String query) throws IOException {
    try (DemoServer server = DemoServer.start(0)) {
      assertThat(get(server, "/orders" + query)).startsWith("HTTP/1.1 200 ");
      assertThat(get(server, "/exchanges/0123abcd")).endsWith("\n\n[]");
    }
  }

  @Test
  void it_forgets_the_oldest_ids() {
    Recorder recorder = new Recorder();
    for (int id = 0; id <= Recorder.MOST_IDS; id++) {
      recorder.record("id" + id, EXCHANGE);
    }
    assertThat(recorder.exchanges("id0")).isEmpty();
    assertThat(recorder.exchanges("id1")).containsExactly(EXCHANGE);
    assertThat(recorder.exchanges("id" + Recorder.MOST_IDS)).containsExactly(EXCHANGE);
  }

  @Test
  void it_forgets_what_is_too_much_for_one_id() {
    Recorder recorder = new Recorder();
    for (int i = 0; i <= Recorder.MOST_EXCHANGES; i++) {
      recorder.record("id", EXCHANGE);
    }
    assertThat(recorder.exchanges("id")).hasSize(Recorder.MOST_EXCHANGES);
  }

  private static String get(DemoServer server, String target) throws IOException {
    return send(server, "GET " + target + " HTTP/1.1\nHost: api.localhost\n\n");
  }

  private static String send(DemoServer server, String request) throws IOException {
    return Http.exchange(server.port(), request);
  }
}
