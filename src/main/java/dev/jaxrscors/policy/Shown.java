package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/** How values stand in messages: quoted, escaped, and cut when they are long. */
public final class Shown {

  private static final int MOST = 8;
  private static final int MOST_OF_ALL = 32;

  private Shown() {}

  /**
   * {@return {@code value} between quotation marks, with everything but printable ASCII escaped,
   * cut when it is long, as {@link Quoted} does}
   *
   * @param value a value of unknown provenance
   */
  public static String quoted(String value) {
    return Quoted.of(value);
  }

  /**
   * {@return {@code value} as a literal to be pasted: never cut, so its length is to be known}
   *
   * @param value a value of bounded length
   */
  public static String literal(String value) {
    return Quoted.whole(value);
  }

  /**
   * {@return what {@link #quoted} returns, without the quotation marks}
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

  /**
   * {@return {@code values}, quoted; of very many, how many more there are}
   *
   * @param values the values
   */
  public static String all(List<String> values) {
    int left = values.size() - MOST_OF_ALL;
    return values.stream().limit(MOST_OF_ALL).map(Shown::quoted).collect(Collectors.joining(", "))
        + (left > 0 ? " and " + left + " more" : "");
  }
}
