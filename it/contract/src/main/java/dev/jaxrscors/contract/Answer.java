package dev.jaxrscors.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One answer as it came over the wire: every header line, duplicates included, in the order of
 * arrival.
 *
 * @param status the status code
 * @param headers the header lines
 * @param body the body after its transfer coding was undone, one character per byte
 */
public record Answer(int status, List<HeaderLine> headers, String body) {

  /**
   * Copies the list.
   *
   * @param status the status code
   * @param headers the header lines
   * @param body the body, one character per byte
   */
  public Answer {
    headers = List.copyOf(headers);
  }

  /**
   * Returns the values of all lines of one name, one element per line: lines are not split at
   * commas, since a browser that meets two values of {@code Access-Control-Allow-Origin} refuses
   * both, and a test must be able to tell.
   *
   * @param name the name, in any case
   * @return the values in the order of arrival, empty when there is no such line
   */
  public List<String> values(String name) {
    return headers.stream().filter(line -> line.isNamed(name)).map(HeaderLine::value).toList();
  }

  /**
   * Returns the lines whose names start with a prefix, such as {@code Access-Control-}.
   *
   * @param prefix the beginning of the names, in any case
   * @return the lines in the order of arrival
   */
  public List<HeaderLine> linesStartingWith(String prefix) {
    return headers.stream()
        .filter(line -> line.name().regionMatches(true, 0, prefix, 0, prefix.length()))
        .toList();
  }

  /**
   * Returns the body read as UTF-8.
   *
   * @return the body as text
   */
  public String text() {
    return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
