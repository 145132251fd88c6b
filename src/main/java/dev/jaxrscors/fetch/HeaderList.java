package dev.jaxrscors.fetch;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names listed in <a href="https://fetch.spec.whatwg.org/#http-access-control-request-headers">
 * {@code Access-Control-Request-Headers}</a>, over all the lines of that field.
 *
 * <p>Browsers send it in a preflight, the names in lower case, sorted and once each; proxies split
 * them over several lines, and clients written by hand do as they like. All that is tolerated, as
 * <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1">RFC 9110</a> demands, up to a
 * length that is checked before anything is read:
 *
 * <pre>{@code
 * HeaderList list = HeaderList.of(List.of("content-type, x-api-key", "X-Trace"));
 * list.names();               // [content-type, x-api-key, x-trace]
 * list.firstNotIn(allowed);   // the first of them that is not allowed, else null
 * }</pre>
 *
 * <p>It is immutable.
 */
public final class HeaderList {
  /** The length of the longest list that is read, in characters, all lines together. */
  public static final int MAX_LENGTH = 8192;

  /** The number of elements of the longest list that is read, empty ones included. */
  public static final int MAX_NAMES = 128;

  private static final HeaderList EMPTY = new HeaderList("");
  private static final HeaderList TOO_LONG = new HeaderList("");

  private final String text;

  private HeaderList(String text) {
    this.text = text;
  }

  /**
   * {@return the list in an {@code Access-Control-Request-Headers} header}
   *
   * @param lines the values of its lines, whatever they hold; none if the header is absent
   */
  public static HeaderList of(List<String> lines) {
    if (isTooLong(lines)) {
      return TOO_LONG;
    }
    return lines.isEmpty() ? EMPTY : new HeaderList(joined(lines));
  }

  /**
   * {@return whether every name of a list is allowed} As {@link #of} and {@link #firstNotIn}, but
   * without an object: it alone decides on most preflights. A list that is too long has no such
   * names.
   *
   * @param lines the values of the lines of the header
   * @param allowed the allowed names
   */
  public static boolean areAllIn(List<String> lines, HeaderNameSet allowed) {
    return !isTooLong(lines) && ListElements.allHold(joined(lines), allowed.contained());
  }

  /**
   * {@return whether a list is well-formed, not too long, and has none of some names} It makes no
   * object.
   *
   * @param lines the values of the lines of the header
   * @param excluded the names
   */
  public static boolean areNoneIn(List<String> lines, HeaderNameSet excluded) {
    return !isTooLong(lines) && ListElements.allHold(joined(lines), excluded.other());
  }

  private static String joined(List<String> lines) {
    return switch (lines.size()) {
      case 0 -> "";
      case 1 -> lines.get(0);
      default -> String.join(",", lines);
    };
  }

  private static boolean isTooLong(List<String> lines) {
    long length = lines.size() - 1L;
    int elements = lines.size();
    // By index: an iterator would be all that this allocates. Commas of a long line, not at all.
    for (int i = 0; i < lines.size() && length <= MAX_LENGTH && elements <= MAX_NAMES; i++) {
      length += lines.get(i).length();
      elements += length <= MAX_LENGTH ? commas(lines.get(i)) : 0;
    }
    return length > MAX_LENGTH || elements > MAX_NAMES;
  }

  /** Returns how many commas there are, up to {@link #MAX_NAMES}. */
  private static int commas(String line) {
    int commas = 0;
    int comma = line.indexOf(',');
    while (comma >= 0 && commas < MAX_NAMES) {
      commas++;
      comma = line.indexOf(',', comma + 1);
    }
    return commas;
  }

  /**
   * {@return whether the list is too long to be read: over {@link #MAX_LENGTH} or {@link
   * #MAX_NAMES}} It is then not well-formed either.
   */
  public boolean isTooLong() {
    return this == TOO_LONG;
  }

  /**
   * {@return whether the list is not too long, and every element that is not empty is a token, as a
   * header name is}
   */
  public boolean isWellFormed() {
    return !isTooLong() && ListElements.allHold(text, Token::isToken);
  }

  /** {@return whether the list is not too long, and has no element but empty ones} */
  public boolean isEmpty() {
    return !isTooLong() && ListElements.start(text, 0) == text.length();
  }

  /**
   * {@return the first element that is no allowed name, as it was sent, so possibly ill-formed;
   * null if every name is allowed; the empty text, which is no name, if the list is too long}
   *
   * @param allowed the allowed names
   */
  public @Nullable String firstNotIn(HeaderNameSet allowed) {
    if (isTooLong()) {
      return "";
    }
    int start = ListElements.firstFailing(text, allowed.contained());
    return start == text.length() ? null : text.substring(start, ListElements.end(text, start));
  }

  /**
   * {@return the names, fit to be sent back: in lower case, each once, in the order of their first
   * mention; none if the list is not well-formed}
   */
  public List<String> names() {
    if (!isWellFormed()) {
      return List.of();
    }
    return Stream.of(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
