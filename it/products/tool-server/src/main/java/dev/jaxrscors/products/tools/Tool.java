package dev.jaxrscors.products.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Something that a language model may have done. */
interface Tool {

  /** Returns the name by which it is called. */
  String name();

  /** Returns what it does, in words for a model. */
  String description();

  /** Returns the JSON Schema of its arguments. */
  ObjectNode inputSchema();

  /**
   * Does it.
   *
   * @param arguments what it is to be done with
   * @param progress is told how far it is
   * @return texts for the model
   * @throws InterruptedException if the server stops
   */
  List<String> call(JsonNode arguments, Progress progress) throws InterruptedException;

  /** Is told how far a call is. */
  @FunctionalInterface
  interface Progress {

    /** Tells nobody. */
    Progress UNTOLD = (done, total, message) -> {};

    /** Reports that some parts of all are done. */
    void report(int done, int total, String message);
  }
}
