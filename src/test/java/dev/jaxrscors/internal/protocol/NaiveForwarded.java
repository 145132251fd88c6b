package dev.jaxrscors.internal.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first element of {@code Forwarded} by cutting strings: slow, and written apart from the code
 * that it is compared with.
 */
final class NaiveForwarded {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern PAIR =
      Pattern.compile(
          "(" + TOKEN + ")=(?:(" + TOKEN.replace("-]", ":\\[\\]-]") + ")|\"(.+)\")",
          Pattern.DOTALL);

  private NaiveForwarded() {}

  /** Reads the lines of the field. */
  static Forwarded of(List<String> lines) {
    String list = String.join(",", lines);
    if (list.length() > 1_024) {
      return Forwarded.NOTHING;
    }
    List<Map<String, String>> elements = new ArrayList<>();
    for (String element : cut(list, ',')) {
      Map<String, String> pairs = new LinkedHashMap<>();
      for (String pair : cut(element, ';')) {
        String stripped = pair.replaceAll("^[ \t]+|[ \t]+$", "");
        if (!stripped.isEmpty() && !add(stripped, pairs)) {
          return Forwarded.NOTHING;
        }
      }
      if (!pairs.isEmpty()) {
        elements.add(pairs);
      }
    }
    Map<String, String> first = elements.isEmpty() ? Map.of() : elements.get(0);
    return new Forwarded(first.getOrDefault("host", ""), first.getOrDefault("proto", ""));
  }

  private static boolean add(String text, Map<String, String> pairs) {
    Matcher pair = PAIR.matcher(text);
    if (!pair.matches()) {
      return false;
    }
    String value = pair.group(2) != null ? pair.group(2) : unescaped(pair.group(3));
    return !value.isEmpty() && pairs.put(pair.group(1).toLowerCase(Locale.ROOT), value) == null;
  }

  /** Returns what stands between quotation marks; the empty text if they end before it does. */
  private static String unescaped(String quoted) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '"' || (c == '\\' && i + 1 == quoted.length())) {
        return "";
      }
      value.append(c == '\\' ? quoted.charAt(++i) : c);
    }
    return value.toString();
  }

  /** Cuts a text at a character that is not quoted. */
  private static List<String> cut(String text, char at) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == at && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
        continue;
      }
      part.append(c);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        part.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
