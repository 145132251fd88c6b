package dev.jaxrscors.contract;

import static dev.jaxrscors.contract.Requests.STRANGER;
import static dev.jaxrscors.contract.Requests.preflight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jaxrscors.wire.Reply;
import dev.jaxrscors.wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What scanners for CORS misconfiguration send, and those who published the holes that they look
 * for: none of it is granted anything, echoed, or answered with an error of the server.
 */
public abstract class ProbesContract {

  private static final String TABLE = "/dev/jaxrscors/probes/origins.txt";
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  /**
   * Returns the application the contract is proved on.
   *
   * @return the application
   */
  protected abstract Subject subject();

  static Stream<Arguments> origins() {
    return lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(line -> line.split(" \\|", 2))
        .map(probe -> Arguments.of(probe[0], unescaped(probe[1].stripLeading())));
  }

  private static Stream<String> lines() {
    try (InputStream table =
        Objects.requireNonNull(ProbesContract.class.getResourceAsStream(TABLE))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }

  private static void assertNothingGranted(Reply reply) {
    assertThat(reply.corsFields()).isEmpty();
    assertThat(reply.status()).isLessThan(500);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("origins")
  void a_probe_is_granted_nothing(String what, String origin) {
    assertNothingGranted(subject().send(Requests.from(origin, "GET", "orders")));
    Outcome asked = subject().during(preflight("orders/1", origin, "PUT", "x-api-key"));
    assertNothingGranted(asked.reply());
    assertThat(asked.ran("Orders.replace")).isFalse();
  }

  @Test
  void a_second_origin_is_granted_nothing_in_either_order() {
    for (Request request :
        new Request[] {
          Requests.get("orders").with("Origin", STRANGER),
          Requests.from(STRANGER, "GET", "orders").with("Origin", Requests.APP)
        }) {
      assertNothingGranted(subject().send(request));
    }
  }

  @Test
  void other_headers_that_name_an_origin_are_no_origin() {
    Request request =
        Request.of("GET", "orders")
            .with("Referer", Requests.APP + "/")
            .with("X-Forwarded-Host", "app.example.com")
            .with("X-Original-Origin", Requests.APP)
            .with("Forwarded", "host=app.example.com;proto=https");
    assertNothingGranted(subject().send(request));
    assertNothingGranted(subject().send(request.with("Origin", STRANGER)));
  }
}
