package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** One set of expectations of a conformance case, held against what happened. */
final class Expectation {

  private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";

  // A key that nobody reads would be an expectation that nobody checks.
  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "headers",
          "headersContain",
          "headersNotContain",
          "headersAnyOf",
          "headersNot",
          "vary",
          "varyNot",
          "emptyBody",
          "bodyContains",
          "outcome",
          "resourceInvoked",
          "maxMillis");

  private final JsonNode expected;
  private final Happened happened;

  Expectation(JsonNode expected, Happened happened) {
    this.expected = expected;
    this.happened = happened;
  }

  /**
   * What happened on one case.
   *
   * @param request what was sent
   * @param reply what came back
   * @param browser who reads it
   * @param invoked whether the resource method ran
   * @param millis how long it took
   */
  record Happened(
      Request request, Reply reply, BrowserCheck browser, boolean invoked, long millis) {}

  void verify() {
    expected.fieldNames().forEachRemaining(key -> assertThat(KNOWN).contains(key));
    verifyStatusAndBody();
    verifyHeaders();
    verifyVary();
    verifyConclusion();
  }

  private Reply reply() {
    return happened.reply();
  }

  private void verifyStatusAndBody() {
    if (expected.has("status")) {
      assertThat(acceptable(expected.get("status"))).as("status").contains(reply().status());
    }
    if (expected.path("emptyBody").asBoolean()) {
      assertThat(reply().body()).as("body").isEmpty();
    }
    ConformanceCases.strings(expected.path("bodyContains"))
        .forEach(part -> assertThat(reply().body()).as("body").contains(part));
  }

  /** Reports whether a status of 500 or more is among what the case expects. */
  static boolean expectsServerError(JsonNode expected) {
    return acceptable(expected.path("status")).stream().anyMatch(s -> s >= 500);
  }

  private static List<Integer> acceptable(JsonNode status) {
    return status.isArray()
        ? ConformanceCases.strings(status).stream().map(Integer::valueOf).toList()
        : List.of(status.asInt());
  }

  private void verifyHeaders() {
    forEach(
        "headers", (name, value) -> assertThat(reply().all(name)).as(name).isEqualTo(lines(value)));
    forEach(
        "headersContain",
        (name, tokens) -> assertThat(elements(name)).as(name).containsAll(folded(name, tokens)));
    forEach(
        "headersNotContain",
        (name, tokens) ->
            assertThat(elements(name)).as(name).doesNotContainAnyElementsOf(folded(name, tokens)));
    forEach("headersAnyOf", this::verifyAnyOf);
    forEach(
        "headersNot",
        (name, values) ->
            assertThat(reply().all(name))
                .as(name)
                .doesNotContainAnyElementsOf(ConformanceCases.strings(values)));
  }

  private void forEach(String key, BiConsumer<String, JsonNode> check) {
    for (Map.Entry<String, JsonNode> e : expected.path(key).properties()) {
      check.accept(e.getKey(), e.getValue());
    }
  }

  private static List<String> lines(JsonNode value) {
    return value.isNull() ? List.of() : List.of(value.asText());
  }

  private void verifyAnyOf(String name, JsonNode sets) {
    List<String> elements = elements(name);
    assertThat(sets)
        .as(name)
        .anySatisfy(set -> assertThat(elements).containsAll(folded(name, set)));
  }

  private List<String> elements(String name) {
    return reply().elements(name).stream().map(e -> folded(name, e)).toList();
  }

  private static List<String> folded(String name, JsonNode tokens) {
    return ConformanceCases.strings(tokens).stream().map(t -> folded(name, t)).toList();
  }

  /** Names of headers have no case; names of methods do. */
  private static String folded(String name, String token) {
    return name.equalsIgnoreCase(ALLOW_METHODS) ? token : token.toLowerCase(Locale.ROOT);
  }

  private void verifyVary() {
    List<String> vary = elements("Vary");
    assertThat(vary).as("Vary").containsAll(folded("Vary", expected.path("vary")));
    if (expected.has("varyNot")) {
      assertThat(vary)
          .as("Vary")
          .doesNotContainAnyElementsOf(folded("Vary", expected.get("varyNot")));
    }
  }

  private void verifyConclusion() {
    if (expected.has("outcome")) {
      assertThat(happened.browser().conclude(happened.request(), reply()))
          .as("outcome")
          .isEqualTo(expected.get("outcome").asText());
    }
    if (expected.has("resourceInvoked")) {
      assertThat(happened.invoked())
          .as("resourceInvoked")
          .isEqualTo(expected.get("resourceInvoked").asBoolean());
    }
    if (expected.has("maxMillis")) {
      assertThat(happened.millis())
          .as("millis")
          .isLessThanOrEqualTo(expected.get("maxMillis").asLong());
    }
  }
}
