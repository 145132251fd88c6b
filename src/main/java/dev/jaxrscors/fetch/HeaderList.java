package dev.jaxrscors.fetch;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names listed in <a href="https://fetch.spec.whatwg.org/#http-access-control-request-headers">
 * {@code Access-Control-Request-Headers}</a>, over all the lines of that field.
 *
 * <p>One meets it in a preflight. Browsers send the names in lower case, sorted and once each;
 * proxies split them over several lines, and clients written by hand do as they like. All that is
 * tolerated, as <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1">RFC 9110</a> asks,
 * up to a length that is looked at before anything is read:
 *
 * <pre>{@code
 * HeaderList asked = HeaderList.of(List.of("content-type, x-api-key", "X-Trace"));
 * asked.names();               // [content-type, x-api-key, x-trace]
 * asked.firstNotIn(allowed);   // the first of them that is not allowed, else null
 * }</pre>
 */
public final class HeaderList {
  /** The length of the longest list that is read, in characters, all lines together. */
  public static final int MAX_LENGTH = 8192;

  /** The number of elements of the longest list that is read, empty ones included. */
  public static final int MAX_NAMES = 128;

  private static final HeaderList TOO_LONG = new HeaderList("", new int[0], false);

  private final String text;
  // Where each element that is not empty starts and ends in the text, one after the other.
  private final int[] bounds;
  private final boolean wellFormed;

  private HeaderList(String text, int[] bounds, boolean wellFormed) {
    this.text = text;
    this.bounds = bounds;
    this.wellFormed = wellFormed;
  }

  /**
   * Returns the list in an {@code Access-Control-Request-Headers} header.
   *
   * @param lines the values of its lines, whatever they hold; none if the header is absent
   * @return the list
   */
  public static HeaderList of(List<String> lines) {
    if (length(lines) > MAX_LENGTH) {
      return TOO_LONG;
    }
    String text = lines.size() == 1 ? lines.get(0) : String.join(",", lines);
    int elements = elements(text);
    if (elements > MAX_NAMES) {
      return TOO_LONG;
    }
    int[] bounds = bounds(text, elements);
    return new HeaderList(text, bounds, areTokens(text, bounds));
  }

  /** Returns the length of the lines when joined by commas, without joining them. */
  private static long length(List<String> lines) {
    long length = lines.size() - 1L;
    for (String line : lines) {
      length += line.length();
    }
    return length;
  }

  private static int elements(String text) {
    int elements = 1;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      elements++;
    }
    return elements;
  }

  private static int[] bounds(String text, int elements) {
    int[] bounds = new int[2 * elements];
    int count = 0;
    int comma = -1;
    for (int i = 0; i < elements; i++) {
      int from = comma + 1;
      comma = text.indexOf(',', from);
      int to = trimmedEnd(text, from, comma < 0 ? text.length() : comma);
      int start = trimmedStart(text, from, to);
      if (start < to) {
        bounds[count++] = start;
        bounds[count++] = to;
      }
    }
    return Arrays.copyOf(bounds, count);
  }

  private static int trimmedStart(String text, int from, int to) {
    int start = from;
    while (start < to && isOptionalWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static int trimmedEnd(String text, int from, int to) {
    int end = to;
    while (end > from && isOptionalWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** OWS of <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.3">RFC 9110</a>. */
  private static boolean isOptionalWhitespace(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean areTokens(String text, int[] bounds) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (!Token.isToken(text, bounds[i], bounds[i + 1])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reports whether the list is too long to be read: over {@link #MAX_LENGTH} or {@link
   * #MAX_NAMES}.
   *
   * @return true if it is; it is then not well-formed either
   */
  public boolean isTooLong() {
    return this == TOO_LONG;
  }

  /**
   * Reports whether every element that is not empty is a token, as a header name is.
   *
   * @return true if so, and if the list is not too long
   */
  public boolean isWellFormed() {
    return wellFormed;
  }

  /**
   * Reports whether no name is asked for.
   *
   * @return true if the list has been read and has no element but empty ones
   */
  public boolean isEmpty() {
    return wellFormed && bounds.length == 0;
  }

  /**
   * Returns the first element that is no allowed name.
   *
   * @param allowed the allowed names
   * @return the element as it was sent, so possibly ill-formed; the empty text, which is no name,
   *     if the list is too long; null if every name is allowed
   */
  public @Nullable String firstNotIn(HeaderNameSet allowed) {
    if (isTooLong()) {
      return "";
    }
    for (int i = 0; i < bounds.length; i += 2) {
      if (!allowed.contains(text, bounds[i], bounds[i + 1])) {
        return text.substring(bounds[i], bounds[i + 1]);
      }
    }
    return null;
  }

  /**
   * Returns the names, fit to be sent back.
   *
   * @return the names in lower case, each once, in the order of their first mention; none if the
   *     list is not well-formed
   */
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < bounds.length && wellFormed; i += 2) {
      names.add(text.substring(bounds[i], bounds[i + 1]).toLowerCase(Locale.ROOT));
    }
    return List.copyOf(names);
  }
}
