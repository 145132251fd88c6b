package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** Counts the words of a text, at once. */
final class CountWords implements Tool {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @Override
  public String name() {
    return "count_words";
  }

  @Override
  public String description() {
    return "Counts the words of a text.";
  }

  @Override
  public ObjectNode inputSchema() {
    return Schema.requiring("text", "string");
  }

  @Override
  public List<String> call(JsonNode arguments, Progress progress) {
    long words = WORD.matcher(arguments.path("text").asText()).results().count();
    return List.of(Long.toString(words));
  }
}
