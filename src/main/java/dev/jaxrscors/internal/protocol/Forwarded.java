package dev.jaxrscors.internal.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as it came to a proxy, in the proxy's words: the first element of {@code Forwarded},
 * which is that of the proxy nearest to the client.
 *
 * <p>Every proxy on the way adds an element at the end, so a client could write the first one
 * itself: it is worth reading only where the proxy nearest to the client overwrites the field.
 *
 * <p>A field that is malformed anywhere is not read.
 *
 * @param host the host and port the request was sent to; empty if it names none
 * @param proto the scheme it was sent with; empty if it names none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, section 4</a>
 */
public record Forwarded(String host, String proto) {

  public static final Forwarded NOTHING = new Forwarded("", "");

  /** With the comma that {@link #of} puts at the end. */
  private static final int LONGEST = 1_025;

  private static final String TOKEN_CHARACTERS = "\\w!#$%&'*+.^`|~\\-";

  /**
   * A pair, if there is one, to the character that ends it. With a port or brackets, a value should
   * be quoted; some proxies do not.
   */
  private static final Pattern PAIR =
      Pattern.compile(
          "[ \t]*+(?:(?<name>[T]++)=(?:\"(?<quoted>(?:[^\"\\\\]++|\\\\.)++)\"|(?<bare>[T:\\[\\]]++)))?+"
                  .replace("T", TOKEN_CHARACTERS)
              + "[ \t]*+(?<end>[;,])",
          Pattern.DOTALL);

  /** Reads the lines of the field, which are one list. */
  public static Forwarded of(List<String> lines) {
    String list = String.join(",", lines) + ",";
    if (list.length() > LONGEST) {
      return NOTHING;
    }
    Map<String, String> first = Map.of();
    Map<String, String> element = new HashMap<>();
    Matcher pair = PAIR.matcher(list);
    for (int at = 0; at < list.length(); at = pair.end()) {
      if (!pair.region(at, list.length()).lookingAt() || !isAdded(pair, element)) {
        return NOTHING;
      }
      if (pair.group("end").equals(",")) {
        first = first.isEmpty() ? element : first;
        element = new HashMap<>();
      }
    }
    return new Forwarded(first.getOrDefault("host", ""), first.getOrDefault("proto", ""));
  }

  /** Adds a pair, if there is one; reports whether its name is new. */
  private static boolean isAdded(Matcher pair, Map<String, String> element) {
    String name = pair.group("name");
    String quoted = pair.group("quoted");
    return name == null
        || element.putIfAbsent(
                name.toLowerCase(Locale.ROOT),
                quoted == null ? pair.group("bare") : quoted.replaceAll("(?s)\\\\(.)", "$1"))
            == null;
  }
}
