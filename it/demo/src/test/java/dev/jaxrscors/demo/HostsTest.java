package dev.jaxrscors.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue on its two hosts: the same resource, and the whole of each answer. */
class HostsTest {

  private static final String CHECKOUT = "https://checkout.example.com";

  private static final String SHARED_WITH_ALL =
      """
      HTTP/1.1 200 OK
      Access-Control-Allow-Origin: *
      Content-Type: application/json
      Content-Length: 24

      ["tea","coffee","cocoa"]""";

  private static final String WITHHELD =
      """
      HTTP/1.1 200 OK
      Vary: Origin
      Content-Type: application/json
      Content-Length: 24

      ["tea","coffee","cocoa"]""";

  private static final String SHARED_WITH_CHECKOUT =
      """
      HTTP/1.1 200 OK
      Access-Control-Allow-Origin: https://checkout.example.com
      Vary: Origin
      Content-Type: application/json
      Content-Length: 24

      ["tea","coffee","cocoa"]""";

  private static DemoServer server;

  @BeforeAll
  static void start() throws IOException {
    server = DemoServer.start(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stream<Arguments> exchanges() {
    List<String> answers = List.of(SHARED_WITH_ALL, WITHHELD, SHARED_WITH_CHECKOUT);
    List<String> commands = Welcome.hostCurls(8080);
    assertThat(commands).hasSameSizeAs(answers);
    return IntStream.range(0, answers.size())
        .mapToObj(i -> Arguments.of(commands.get(i), answers.get(i)));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void a_command_is_answered_by_the_policy_of_its_host(String command, String answer)
      throws IOException {
    assertThat(Http.exchange(server.port(), Curl.request(command))).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", CHECKOUT})
  void a_preflight_to_the_api_is_granted_to_all(String origin) throws IOException {
    assertThat(preflight("api.localhost:8080", origin))
        .isEqualTo(
            """
            HTTP/1.1 204 No Content
            Access-Control-Allow-Origin: *
            Access-Control-Allow-Methods: GET, HEAD
            Access-Control-Allow-Headers: Content-Type
            Access-Control-Max-Age: 600
            Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers

            """);
  }

  @Test
  void a_preflight_to_payments_is_granted_to_the_checkout_page_alone() throws IOException {
    assertThat(preflight("payments.localhost:8080", CHECKOUT))
        .isEqualTo(
            """
            HTTP/1.1 204 No Content
            Access-Control-Allow-Origin: https://checkout.example.com
            Access-Control-Allow-Methods: GET, HEAD
            Access-Control-Allow-Headers: Content-Type, Authorization
            Access-Control-Max-Age: 600
            Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers

            """);
    assertThat(preflight("payments.localhost:8080", "https://evil.example"))
        .isEqualTo(
            """
            HTTP/1.1 403 Forbidden
            Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers
            Content-Type: text/plain
            Content-Length: 0

            """);
  }

  @Test
  void an_asserted_host_is_not_believed() throws IOException {
    String asserting =
        Curl.request(Welcome.hostCurls(8080).get(1))
            .replace(
                "\n\n", "\nX-Forwarded-Host: api.localhost\nForwarded: host=api.localhost\n\n");
    assertThat(Http.exchange(server.port(), asserting)).isEqualTo(WITHHELD);
  }

  private static String preflight(String host, String origin) throws IOException {
    return Http.exchange(
        server.port(),
        """
        OPTIONS /catalogue HTTP/1.1
        Host: %s
        Origin: %s
        Access-Control-Request-Method: GET

        """
            .formatted(host, origin));
  }
}
