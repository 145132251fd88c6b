package dev.jaxrscors.fetch;

/**
 * A value as it stands in a message: between quotation marks, on one line, escaped, and cut when it
 * is long. A log is read in terminals, which obey what is not escaped.
 */
public final class Quoted {
  private static final int LONGEST = 120;

  private Quoted() {}

  /**
   * Returns a value between quotation marks, with everything but printable ASCII escaped as in
   * Java, cut after {@value #LONGEST} characters.
   *
   * @param value a value of unknown provenance
   * @return the value as it may stand in any message
   */
  public static String of(String value) {
    return value.length() > LONGEST ? whole(value.substring(0, LONGEST)) + "..." : whole(value);
  }

  /**
   * Returns the same without a cut.
   *
   * @param value a value of bounded length
   * @return the value as a literal
   */
  public static String whole(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
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
}
