package dev.jaxrscors.policy;

import java.util.List;
import java.util.stream.Collectors;

/** How values stand in messages: quoted, escaped, and cut when they are long. */
public final class Shown {

  private static final int LONGEST = 120;
  private static final int MOST = 8;

  private Shown() {}

  /**
   * {@return {@code value} between quotation marks, with everything but printable ASCII escaped,
   * cut after {@value #LONGEST} characters}
   *
   * @param value a value of unknown provenance
   */
  public static String quoted(String value) {
    StringBuilder shown = new StringBuilder("\"");
    value.chars().limit(LONGEST).forEach(c -> append(shown, (char) c));
    return shown.append(value.length() > LONGEST ? "\"..." : "\"").toString();
  }

  /**
   * {@return the same without the quotation marks}
   *
   * @param value a value of unknown provenance
   */
  public static String unquoted(String value) {
    String quoted = quoted(value);
    return quoted.substring(1, quoted.lastIndexOf('"')) + (quoted.endsWith("...") ? "..." : "");
  }

  /**
   * {@return {@code values} as the elements of an annotation's member, at most {@value #MOST} of
   * them}
   *
   * @param values the values
   */
  public static String list(List<String> values) {
    String shown = values.stream().limit(MOST).map(Shown::quoted).collect(Collectors.joining(", "));
    if (values.size() == 1) {
      return shown;
    }
    return "{" + shown + (values.size() > MOST ? ", ...}" : "}");
  }

  private static void append(StringBuilder shown, char c) {
    if (c == '"' || c == '\\') {
      shown.append('\\').append(c);
    } else if (c >= ' ' && c <= '~') {
      shown.append(c);
    } else {
      shown.append("\\u%04x".formatted((int) c));
    }
  }
}
