package dev.jaxrscors.internal.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a proxy says of a request as it came to that proxy: the first element of {@code Forwarded},
 * which is that of the proxy nearest to the client.
 *
 * <p>Every proxy on the way adds an element at the end, so a client could write the first one
 * itself: it is worth reading only where the proxy nearest to the client overwrites the field.
 *
 * <p>A field that is malformed anywhere says nothing.
 *
 * @param host the host and port the request was sent to; empty if nothing is said of them
 * @param proto the scheme it was sent with; empty if nothing is said of it
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239#section-4">RFC 7239, section 4</a>
 */
public record Forwarded(String host, String proto) {

  public static final Forwarded NOTHING = new Forwarded("", "");

  private static final int LONGEST = 1_024;

  /** Reads the lines of the field, which are one list. */
  public static Forwarded of(List<String> lines) {
    String list = String.join(",", lines);
    if (list.isEmpty() || list.length() > LONGEST) {
      return NOTHING;
    }
    Map<String, String> first = new Reader(list).firstElement();
    return new Forwarded(first.getOrDefault("host", ""), first.getOrDefault("proto", ""));
  }

  /** Reads a whole field, and keeps its first element. */
  private static final class Reader {

    private static final Map<String, String> MALFORMED = Map.of();

    private final String list;
    private int at;

    Reader(String list) {
      this.list = list;
    }

    Map<String, String> firstElement() {
      Map<String, String> first = Map.of();
      while (at < list.length()) {
        Map<String, String> element = new HashMap<>();
        if (!readElement(element)) {
          return MALFORMED;
        }
        first = first.isEmpty() ? element : first;
      }
      return first;
    }

    /** Reads to the comma that ends the element, and over it; reports whether it is well-formed. */
    private boolean readElement(Map<String, String> element) {
      while (true) {
        skipSpaces();
        if (at < list.length() && !isAtAny(";,") && !readPair(element)) {
          return false;
        }
        skipSpaces();
        if (at == list.length() || list.charAt(at) == ',') {
          at++;
          return true;
        }
        if (list.charAt(at) != ';') {
          return false;
        }
        at++;
      }
    }

    private boolean readPair(Map<String, String> element) {
      int equals = list.indexOf('=', at);
      if (equals <= at || !isToken(list.substring(at, equals))) {
        return false;
      }
      String name = list.substring(at, equals).toLowerCase(Locale.ROOT);
      at = equals + 1;
      String value = isAtAny("\"") ? quoted() : unquoted();
      return !value.isEmpty() && element.putIfAbsent(name, value) == null;
    }

    /** Returns what is between two quotes; nothing if the second one is missing. */
    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < list.length(); at++) {
        char c = list.charAt(at);
        if (c == '"') {
          at++;
          return value.toString();
        }
        if (c == '\\' && ++at == list.length()) {
          break;
        }
        value.append(list.charAt(at));
      }
      return "";
    }

    /** With a port or brackets, a value should be quoted; some proxies do not. */
    private String unquoted() {
      int from = at;
      while (at < list.length() && (isTokenCharacter(list.charAt(at)) || isAtAny(":[]"))) {
        at++;
      }
      return list.substring(from, at);
    }

    private void skipSpaces() {
      while (isAtAny(" \t")) {
        at++;
      }
    }

    private boolean isAtAny(String characters) {
      return at < list.length() && characters.indexOf(list.charAt(at)) >= 0;
    }

    private static boolean isToken(String text) {
      return text.chars().allMatch(c -> isTokenCharacter((char) c));
    }

    private static boolean isTokenCharacter(char c) {
      return (c >= '0' && c <= '9')
          || (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
  }
}
