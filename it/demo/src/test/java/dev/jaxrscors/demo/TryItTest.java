package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that the demo prints and the README shows, with the whole of each answer. */
class TryItTest {

  private static final String READ =
      """
      HTTP/1.1 200 OK
      Access-Control-Allow-Origin: https://app.example.com
      Access-Control-Allow-Credentials: true
      Access-Control-Expose-Headers: ETag, Location
      Vary: Origin
      Content-Type: application/json
      Content-Length: 29

      [{"item":"tea","quantity":2}]""";

  private static final String GRANTED =
      """
      HTTP/1.1 204 No Content
      Access-Control-Allow-Origin: https://app.example.com
      Access-Control-Allow-Credentials: true
      Access-Control-Allow-Methods: GET, HEAD, PUT
      Access-Control-Allow-Headers: Content-Type, Authorization, X-Api-Key
      Access-Control-Max-Age: 600
      Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers

      """;

  private static final String REFUSED =
      """
      HTTP/1.1 403 Forbidden
      Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
      Content-Type: text/plain
      Content-Length: 0

      """;

  private static Stream<Arguments> exchanges() {
    List<String> answers = List.of(READ, GRANTED, REFUSED, REFUSED);
    List<String> commands = Welcome.curls(8080);
    assertThat(commands).hasSameSizeAs(answers);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> Arguments.of(commands.get(i), answers.get(i)));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void a_command_is_answered_as_the_readme_says(String command, String answer) throws IOException {
    try (DemoServer server = DemoServer.start(0)) {
      assertThat(Http.exchange(server.port(), Curl.request(command))).isEqualTo(answer);
    }
  }

  @Test
  void the_readme_shows_the_commands_that_the_demo_prints() throws IOException {
    assertThat(Files.readString(Path.of("../../README.md")).lines())
        .filteredOn(line -> line.startsWith("curl "))
        .isEqualTo(Welcome.curls(8080));
  }

  @Test
  void the_commands_go_to_the_port_that_was_asked_for() {
    assertThat(Welcome.curls(9999))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains(" http://api.localhost:9999/orders"));
  }
}
