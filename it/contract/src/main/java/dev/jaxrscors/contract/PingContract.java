package dev.jaxrscors.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import dev.jaxrscors.wire.SocketClient;
import org.junit.jupiter.api.Test;

/** The least an application must do: serve a plain resource, and answer 404 elsewhere. */
public abstract class PingContract {

  /**
   * Returns a client of the application the contract is proved on.
   *
   * @return the client
   */
  protected abstract SocketClient client();

  @Test
  void a_plain_resource_answers() {
    Reply reply = client().send(Request.of("GET", "ping"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.all("Content-Type")).singleElement().asString().startsWith("text/plain");
    assertThat(reply.text()).isEqualTo("pong");
  }

  @Test
  void two_lines_of_one_name_arrive_as_two() {
    Request twice = Request.of("GET", "ping/lines").with("X-Line", "a, b").with("X-Line", "c");

    assertThat(client().send(twice).text()).isEqualTo("[a, b][c]");
  }

  @Test
  void a_body_is_sent_and_read() {
    Request echo = Request.of("POST", "ping").carrying("text/plain;charset=UTF-8", "bücher");

    assertThat(client().send(echo).text()).isEqualTo("bücher");
  }

  @Test
  void an_unknown_path_is_not_found() {
    assertThat(client().send(Request.of("GET", "nowhere")).status()).isEqualTo(404);
  }
}
