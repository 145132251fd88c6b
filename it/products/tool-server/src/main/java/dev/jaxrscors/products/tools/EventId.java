package dev.jaxrscors.products.tools;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an event: unique in its session, and telling its stream.
 *
 * @param stream the number of the stream
 * @param index the place in it
 */
record EventId(int stream, int index) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  /** Returns the id that a client names, if it is one. */
  static Optional<EventId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new EventId(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return stream + "-" + index;
  }
}
