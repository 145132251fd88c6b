package dev.jaxrscors.internal.resource;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path templates as strings, such as {@code orders/{id}}. */
public final class PathTemplate {

  private PathTemplate() {}

  /** Returns the template with one slash before each part that is not empty. */
  public static String join(String... parts) {
    String joined =
        Stream.of(parts)
            .map(PathTemplate::withoutOuterSlashes)
            .filter(part -> !part.isEmpty())
            .map(part -> "/" + part)
            .collect(Collectors.joining());
    return joined.isEmpty() ? "/" : joined;
  }

  /**
   * Returns the template without outer slashes and without the names of its parameters: {@code
   * {id}} and {@code {key}} match the same paths.
   *
   * @return what it matches
   */
  public static String anonymous(String template) {
    StringBuilder anonymous = new StringBuilder();
    int depth = 0;
    boolean inName = false;
    for (char c : withoutOuterSlashes(template).toCharArray()) {
      depth += c == '{' ? 1 : 0;
      inName = (inName && c != ':' && c != '}') || (c == '{' && depth == 1);
      if (!inName || c == '{') {
        anonymous.append(c);
      }
      depth -= c == '}' ? 1 : 0;
    }
    return anonymous.toString().replace(" ", "");
  }

  /**
   * Returns the template from the root, without the regular expressions of its parameters: {@code
   * /orders/{id}} of {@code orders/{id: \\d+}}, as OpenAPI has it.
   */
  public static String withoutPatterns(String template) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean inPattern = false;
    for (char c : join(template).toCharArray()) {
      depth += c == '{' ? 1 : 0;
      inPattern = inPattern || c == ':';
      depth -= c == '}' ? 1 : 0;
      inPattern = inPattern && depth > 0;
      if (!inPattern && (c != ' ' || depth == 0)) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String withoutOuterSlashes(String path) {
    int from = 0;
    int to = path.length();
    while (from < to && path.charAt(from) == '/') {
      from++;
    }
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(from, to);
  }
}
