package dev.jaxrscors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Credentials;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The conformance cases, held against Jersey, and against what their resources declare. */
class ConformanceTest extends ConformanceSuite {

  @AutoClose private static final Server SERVER = Server.of(ConformanceResources.ALL);

  @Override
  protected URI baseUri() {
    return URI.create(SERVER.origin());
  }

  @Override
  protected Reply send(Request request) {
    return SERVER.send(request);
  }

  @Override
  protected boolean takeInvoked() {
    return Calls.take().containsKey(ConformanceResources.RESOURCE);
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
