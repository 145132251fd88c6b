package dev.jaxrscors.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A response as it came over the wire.
 *
 * @param status the status
 * @param fields the header lines, in order, repeated ones included
 * @param body the body without its transfer coding; each char is one byte
 */
public record Reply(int status, List<Field> fields, String body) {

  /** Copies the list. */
  public Reply {
    fields = List.copyOf(fields);
  }

  /**
   * Returns the value of each line of a field. Lines are not split at commas: a browser that meets
   * two values of {@code Access-Control-Allow-Origin} refuses both, and a test must be able to
   * tell.
   */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList();
  }

  /** Returns the elements of a list field, whatever lines they stand on. */
  public List<String> elements(String name) {
    return all(name).stream()
        .flatMap(v -> Stream.of(v.split(",", -1)))
        .map(String::strip)
        .filter(e -> !e.isEmpty())
        .toList();
  }

  /** Returns the lines of the CORS protocol, in order. */
  public List<Field> corsFields() {
    return fields.stream().filter(Field::isOfCors).toList();
  }

  /**
   * Returns every line of the CORS protocol and of {@code Vary}, in alphabetical order: what has to
   * be compared as a whole, so that a line that is too much is found as well.
   */
  public List<String> cors() {
    return fields.stream()
        .filter(f -> f.isOfCors() || f.isNamed("Vary"))
        .map(Field::toString)
        .sorted()
        .toList();
  }

  /** Returns the body read as UTF-8. */
  public String text() {
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
