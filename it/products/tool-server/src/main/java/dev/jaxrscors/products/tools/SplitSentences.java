package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a text into its sentences, and reports each; as slowly as it is asked to. */
final class SplitSentences implements Tool {

  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  @Override
  public String name() {
    return "split_sentences";
  }

  @Override
  public String description() {
    return "Splits a text into sentences, with a pause of some milliseconds after each.";
  }

  @Override
  public ObjectNode inputSchema() {
    ObjectNode schema = Schema.requiring("text", "string");
    schema.withObject("/properties/pause").put("type", "integer");
    return schema;
  }

  @Override
  public List<String> call(JsonNode arguments, Progress progress) throws InterruptedException {
    List<String> sentences = sentences(arguments.path("text").asText());
    int pause = Math.max(0, Math.min(arguments.path("pause").asInt(), LONGEST_PAUSE_MILLIS));
    for (int i = 0; i < sentences.size(); i++) {
      progress.report(i + 1, sentences.size(), sentences.get(i));
      Thread.sleep(pause);
    }
    return sentences;
  }

  private static List<String> sentences(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      sentences.add(text.substring(start, end).strip());
      start = end;
    }
    return sentences;
  }
}
