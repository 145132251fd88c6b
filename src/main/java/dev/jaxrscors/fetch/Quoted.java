package dev.jaxrscors.fetch;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How values stand in messages: between quotation marks, on one line, escaped, and cut when they
 * are long. A log is read in terminals, which obey what is not escaped.
 *
 * <p>It keeps nothing, and is thread-safe.
 */
public final class Quoted {
  private static final int LONGEST = 120;
  private static final int LONGEST_CLAUSE = 400;
  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 32;

  private Quoted() {}

  /**
   * {@return a value between quotation marks, with everything but printable ASCII escaped as in
   * Java, cut after {@value #LONGEST} characters}
   *
   * @param value a value of unknown provenance
   */
  public static String of(String value) {
    return value.length() > LONGEST ? literal(value.substring(0, LONGEST)) + "..." : literal(value);
  }

  /**
   * {@return a value as a literal to be pasted: as {@link #of} returns it, but whole}
   *
   * @param value a value of bounded length
   */
  public static String literal(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
  }

  /**
   * {@return a clause that code of the application has put into words: escaped, without quotation
   * marks, cut after {@value #LONGEST_CLAUSE} characters}
   *
   * @param value a value of unknown length
   */
  public static String clause(String value) {
    boolean isLong = value.length() > LONGEST_CLAUSE;
    String quoted = literal(isLong ? value.substring(0, LONGEST_CLAUSE) : value);
    return quoted.substring(1, quoted.length() - 1) + (isLong ? "..." : "");
  }

  private static void append(StringBuilder quoted, char c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append(c);
    } else if (c >= ' ' && c <= '~') {
      quoted.append(c);
    } else {
      quoted.append("\\u%04x".formatted((int) c));
    }
  }

  /**
   * {@return a value escaped and cut, without the quotation marks}
   *
   * @param value a value of unknown provenance
   */
  public static String unquoted(String value) {
    String quoted = of(value);
    return quoted.substring(1, quoted.lastIndexOf('"')) + (quoted.endsWith("...") ? "..." : "");
  }

  /**
   * {@return at most {@value #MOST} values as the elements of an annotation's member, in braces
   * unless there is only one}
   *
   * @param values the values
   */
  public static String list(List<String> values) {
    String shown = joined(values, MOST);
    return values.size() == 1 ? shown : "{" + shown + (values.size() > MOST ? ", ...}" : "}");
  }

  /**
   * {@return at most {@value #MOST_OF_ALL} values, quoted, and how many more there are}
   *
   * @param values the values
   */
  public static String all(List<String> values) {
    int left = values.size() - MOST_OF_ALL;
    return joined(values, MOST_OF_ALL) + (left > 0 ? " and " + left + " more" : "");
  }

  private static String joined(List<String> values, int most) {
    return values.stream().limit(most).map(Quoted::of).collect(Collectors.joining(", "));
  }
}
