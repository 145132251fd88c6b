package dev.jaxrscors.browsers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page got from {@code fetch}.
 *
 * @param wasRead whether it may read the response
 * @param status the status, or 0
 * @param headers those that it may read, by their names in lower case
 * @param body the body, or nothing
 */
record Fetched(boolean wasRead, int status, Map<String, String> headers, String body) {

  /** What the standard calls a network error: the page learns nothing. */
  static final Fetched WITHHELD = new Fetched(false, 0, Map.of(), "");

  static Fetched of(JsonNode outcome) {
    Map<String, String> headers = new TreeMap<>();
    outcome
        .path("headers")
        .properties()
        .forEach(field -> headers.put(field.getKey(), field.getValue().asText()));
    return new Fetched(
        outcome.path("read").asBoolean(),
        outcome.path("status").asInt(),
        headers,
        outcome.path("body").asText());
  }
}
