package dev.jaxrscors.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The conformance cases, which are data: what they mean is written in the file itself. */
final class ConformanceCases {

  private static final String FILE = "/dev/jaxrscors/conformance/cases.json";

  private final JsonNode root;

  private ConformanceCases(JsonNode root) {
    this.root = root;
  }

  static ConformanceCases read() {
    try (InputStream in = ConformanceCases.class.getResourceAsStream(FILE)) {
      return new ConformanceCases(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> all() {
    List<JsonNode> cases = new ArrayList<>();
    root.get("cases").forEach(cases::add);
    return cases;
  }

  /** Returns the policy of each group, by its name. */
  Map<String, JsonNode> policies() {
    Map<String, JsonNode> policies = new TreeMap<>();
    root.get("policies")
        .properties()
        .forEach(e -> policies.put(e.getKey(), e.getValue().get("policy")));
    return policies;
  }

  /** Returns the request of a case, addressed to a server that is somewhere. */
  static Request request(JsonNode theCase, URI server) {
    JsonNode asked = theCase.get("request");
    Request request = Request.of(asked.get("method").asText(), asked.get("path").asText());
    for (Map.Entry<String, JsonNode> field : asked.path("headers").properties()) {
      for (String line : lines(field.getValue())) {
        request = request.with(field.getKey(), resolved(line, server));
      }
    }
    return request.carrying(asked.path("body").asText(""));
  }

  private static List<String> lines(JsonNode value) {
    if (!value.isArray()) {
      return List.of(line(value));
    }
    List<String> lines = new ArrayList<>();
    value.forEach(v -> lines.add(line(v)));
    return lines;
  }

  private static String line(JsonNode value) {
    if (!value.isObject()) {
      return value.asText();
    }
    return value.path("prefix").asText("")
        + value.path("repeat").asText("").repeat(value.path("times").asInt(0))
        + value.path("suffix").asText("");
  }

  private static String resolved(String line, URI server) {
    return line.replace("${self}", "http://" + server.getAuthority())
        .replace("${host}", server.getHost());
  }

  static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(s -> strings.add(s.asText()));
    return strings;
  }
}
