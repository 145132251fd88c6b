package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * One exchange of a table: what is sent, and every line of the CORS protocol that comes back.
 *
 * @param sentence what it shows
 * @param request what is sent
 * @param status the status that comes back
 * @param cors all lines named {@code Access-Control-*} or {@code Vary}, in alphabetical order
 */
record Row(String sentence, Request request, int status, List<String> cors) {

  /** What every answer to a preflight varies by. */
  static final String VARY_PREFLIGHT =
      "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers";

  /** What the actual responses vary by, unless they are for everybody. */
  static final String VARY_ORIGIN = "Vary: Origin";

  static Row row(String sentence, Request request, int status, String... cors) {
    return new Row(sentence, request, status, List.of(cors));
  }

  /** A preflight that is granted, with these lines. */
  static Row granted(String sentence, Request preflight, String... cors) {
    return row(sentence, preflight, 204, cors);
  }

  /** A preflight that is refused, and learns nothing of the policy. */
  static Row refused(String sentence, Request preflight) {
    return row(sentence, preflight, 403, VARY_PREFLIGHT);
  }

  /** A preflight that the application answers with an error, as it would answer the request. */
  static Row unanswered(String sentence, Request preflight, int status) {
    return row(sentence, preflight, status, VARY_PREFLIGHT);
  }

  /** A table: a policy, and exchanges with the resource that has it. */
  static DynamicContainer table(String policy, Server server, Row... rows) {
    return DynamicContainer.dynamicContainer(
        policy,
        Stream.of(rows).map(r -> DynamicTest.dynamicTest(r.sentence, () -> r.verify(server))));
  }

  void verify(Server server) {
    Calls.Counted<Reply> counted = Calls.during(() -> server.send(request));
    Reply reply = counted.result();
    assertThat(reply.cors()).containsExactlyElementsOf(cors);
    assertThat(reply.status()).isEqualTo(status);
    if (request.isPreflight()) {
      assertThat(counted.calls()).isEmpty();
    }
    if (request.isPreflight() && (status == 204 || status == 403)) {
      assertThat(reply.body()).isEmpty();
    }
  }
}
