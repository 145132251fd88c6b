package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import dev.jaxrscors.wire.Expectation.Happened;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conformance cases: what the Fetch standard and this library promise, as data. */
class ConformanceTest {

  private static final ConformanceCases CASES = ConformanceCases.read();

  @AutoClose private static final Server SERVER = Server.of(ConformanceResources.ALL);

  @TestFactory
  Stream<DynamicTest> every_case_holds() {
    return CASES.all().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get("id").asText() + ": " + c.get("why").asText(), () -> verify(c)));
  }

  @Test
  void the_resources_say_what_the_cases_suppose() {
    Map<String, JsonNode> policies = CASES.policies();
    Map<String, CorsPolicy> annotations = annotations();

    assertThat(annotations.keySet()).isEqualTo(policies.keySet());
    SoftAssertions.assertSoftly(
        softly ->
            policies.forEach((group, p) -> verifySame(softly, group, p, annotations.get(group))));
  }

  @Test
  void every_case_repeats_the_policy_of_its_group() {
    Map<String, JsonNode> policies = CASES.policies();

    assertThat(CASES.all()).isNotEmpty();
    assertThat(CASES.all())
        .allSatisfy(
            c -> assertThat(c.get("policy")).isEqualTo(policies.get(c.get("group").asText())));
  }

  private static void verify(JsonNode theCase) {
    Happened happened = happen(theCase);
    verifyAlways(theCase, happened);
    new Expectation(theCase.get("expect"), happened).verify();
    if (theCase.has("design")) {
      new Expectation(theCase.get("design"), happened).verify();
    }
  }

  private static Happened happen(JsonNode theCase) {
    Request request = ConformanceCases.request(theCase, SERVER);
    Browser browser =
        theCase.get("policy").get("credentials").asBoolean()
            ? Browser.INCLUDING_CREDENTIALS
            : Browser.OMITTING_CREDENTIALS;
    Happened happened = happen(request, browser);
    // A machine that is busy with something else may spoil a measurement, but not three.
    for (int i = 0; i < 2 && happened.millis() > mostMillis(theCase); i++) {
      happened = happen(request, browser);
    }
    return happened;
  }

  private static long mostMillis(JsonNode theCase) {
    return theCase.get("expect").path("maxMillis").asLong(Long.MAX_VALUE);
  }

  private static Happened happen(Request request, Browser browser) {
    long start = System.nanoTime();
    Calls.Counted<Reply> counted = Calls.during(() -> SERVER.send(request));
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    boolean invoked = counted.calls().containsKey(ConformanceResources.RESOURCE);
    return new Happened(request, counted.result(), browser, invoked, millis);
  }

  private static void verifyAlways(JsonNode theCase, Happened happened) {
    Reply reply = happened.reply();
    for (Field field : reply.fields()) {
      if (field.isOfCors()) {
        assertThat(reply.all(field.name())).as(field.name()).hasSize(1);
        assertThat(field.value()).as(field.name()).isNotEmpty();
      }
    }
    verifyAllowCredentials(reply);
    if (!happened.request().isPreflight()) {
      assertThat(reply.all("Access-Control-Allow-Methods")).isEmpty();
      assertThat(reply.all("Access-Control-Allow-Headers")).isEmpty();
      assertThat(reply.all("Access-Control-Max-Age")).isEmpty();
    }
    if (!Expectation.expectsServerError(theCase.get("expect"))) {
      assertThat(reply.status()).isLessThan(500);
    }
  }

  private static void verifyAllowCredentials(Reply reply) {
    List<String> allow = reply.all("Access-Control-Allow-Credentials");
    if (!allow.isEmpty()) {
      assertThat(allow).containsExactly("true");
      assertThat(reply.all("Access-Control-Allow-Origin")).doesNotContain("*");
    }
  }

  private static Map<String, CorsPolicy> annotations() {
    Map<String, CorsPolicy> annotations = new TreeMap<>();
    Arrays.stream(ConformanceResources.ALL)
        .forEach(
            c ->
                annotations.put(
                    c.getAnnotation(Path.class).value(), c.getAnnotation(CorsPolicy.class)));
    return annotations;
  }

  private static void verifySame(
      SoftAssertions softly, String group, JsonNode json, CorsPolicy says) {
    softly.assertThat(says.origins()).as(group).isEqualTo(strings(json.get("origins")));
    softly.assertThat(says.methods()).as(group).isEqualTo(orUnset(json.get("methods")));
    softly
        .assertThat(says.allowedHeaders())
        .as(group)
        .isEqualTo(allowedHeaders(json.get("allowedHeaders")));
    softly
        .assertThat(says.exposedHeaders())
        .as(group)
        .isEqualTo(exposedHeaders(json.get("exposedHeaders")));
    softly
        .assertThat(says.credentials())
        .as(group)
        .isEqualTo(json.get("credentials").asBoolean() ? Credentials.ALLOW : Credentials.INHERIT);
    softly
        .assertThat(says.maxAge())
        .as(group)
        .isEqualTo(json.get("maxAge").asInt(CorsPolicy.BROWSER_DEFAULT));
  }

  private static String[] allowedHeaders(JsonNode json) {
    return json.isArray() && json.isEmpty() ? new String[] {CorsPolicy.NONE} : orUnset(json);
  }

  private static String[] exposedHeaders(JsonNode json) {
    return json.isEmpty() ? new String[] {CorsPolicy.INHERIT} : strings(json);
  }

  private static String[] orUnset(JsonNode json) {
    return json.isNull() ? new String[] {CorsPolicy.INHERIT} : strings(json);
  }

  private static String[] strings(JsonNode array) {
    return ConformanceCases.strings(array).toArray(String[]::new);
  }
}
