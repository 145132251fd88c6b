package dev.jaxrscors.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A response as it came over the wire.
 *
 * @param status the status
 * @param fields the header lines, in order, repeated ones included
 * @param body the body, of which each char is one byte
 */
record Reply(int status, List<Field> fields, String body) {

  /** Reads a whole response, up to the end of its connection. */
  static Reply parse(String wire) {
    int end = wire.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no response: \"" + wire + '"');
    }
    List<String> head = Arrays.asList(wire.substring(0, end).split("\r\n", -1));
    List<Field> fields = new ArrayList<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
    return new Reply(status, fields, body(fields, wire.substring(end + 4)));
  }

  private static String body(List<Field> fields, String rest) {
    for (Field field : fields) {
      if (field.isNamed("Transfer-Encoding")) {
        return unchunked(rest);
      }
      if (field.isNamed("Content-Length") && !rest.isEmpty()) {
        return whole(rest, Integer.parseInt(field.value()));
      }
    }
    return rest;
  }

  private static String whole(String body, int length) {
    if (body.length() != length) {
      throw new AssertionError("a body of " + body.length() + " bytes, announced as " + length);
    }
    return body;
  }

  private static String unchunked(String chunks) {
    StringBuilder body = new StringBuilder();
    int at = 0;
    while (at < chunks.length()) {
      int line = chunks.indexOf("\r\n", at);
      int length = Integer.parseInt(chunks.substring(at, line), 16);
      body.append(chunks, line + 2, line + 2 + length);
      at = line + 2 + length + 2;
    }
    return body.toString();
  }

  /** Returns the value of each line of a field. */
  List<String> all(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList();
  }

  /** Returns the elements of a list field, whatever lines they stand on. */
  List<String> elements(String name) {
    return all(name).stream()
        .flatMap(v -> Stream.of(v.split(",", -1)))
        .map(String::strip)
        .filter(e -> !e.isEmpty())
        .toList();
  }

  /**
   * Returns every line of the CORS protocol and of {@code Vary}, in alphabetical order: what has to
   * be compared as a whole, so that a line that is too much is found as well.
   */
  List<String> cors() {
    return fields.stream()
        .filter(f -> f.isOfCors() || f.isNamed("Vary"))
        .map(Field::toString)
        .sorted()
        .toList();
  }
}
