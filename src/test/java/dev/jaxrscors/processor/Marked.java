package dev.jaxrscors.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * A source in which {@code →} stands before each place that a message should point to.
 *
 * @param source the source without the marks, in the package {@code shop}
 * @param places the marked places as {@code line:column}, from top to bottom
 */
record Marked(String source, List<String> places) {

  private static final String HEAD =
      "package shop; import dev.jaxrscors.*; import jakarta.ws.rs.*; import java.lang.annotation.*;"
          + "\n";

  static Marked of(String marked) {
    List<String> places = new ArrayList<>();
    StringBuilder source = new StringBuilder(HEAD);
    int line = 2;
    int column = 1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '→') {
        places.add(line + ":" + column);
        continue;
      }
      source.append(c);
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 1 : column + 1;
    }
    return new Marked(source.toString(), places);
  }
}
