package dev.jaxrscors.internal.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path template as Jakarta REST matches it: literal text, {@code {name}} for one segment and
 * {@code {name: regex}}, with or without a slash at the end.
 *
 * @param regex what matches the path; null if the template cannot be read, so that nobody knows
 * @param parameters the names of its parameters, in their order
 * @param literals how many of its characters belong to no parameter
 * @see <a
 *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#regex">Jakarta
 *     REST, Converting URI Templates to Regular Expressions</a>
 */
public record PathPattern(@Nullable Pattern regex, List<String> parameters, int literals) {

  private static final String SEGMENT = "[^/]+?";

  /** Returns what matches the paths of a resource method with this template. */
  public static PathPattern exact(String template) {
    return compiled("", template, "/?");
  }

  /** Returns what matches these paths behind any prefix, the shortest possible one. */
  static PathPattern behindPrefix(String template) {
    return compiled("(.*?)", template, "/?");
  }

  /** Returns what matches these paths, and all below them: those of a sub-resource locator. */
  public static PathPattern withAllBelow(String template) {
    return compiled("", template, "(?:/(?s:.*))?");
  }

  private static PathPattern compiled(String start, String template, String end) {
    StringBuilder regex = new StringBuilder(start);
    List<String> parameters = new ArrayList<>();
    int literals = 0;
    int at = template.equals("/") ? 1 : 0;
    try {
      while (at < template.length()) {
        int open = template.indexOf('{', at);
        int literalEnd = open < 0 ? template.length() : open;
        regex.append(Pattern.quote(RequestPath.decoded(template.substring(at, literalEnd), "")));
        literals += literalEnd - at;
        at = literalEnd;
        if (open >= 0) {
          int close = closing(template, open);
          String parameter = template.substring(open + 1, close);
          regex.append("(?<").append(group(parameters.size())).append('>');
          regex.append(expression(parameter)).append(')');
          parameters.add(parameter.split(":", 2)[0].strip());
          at = close + 1;
        }
      }
      return new PathPattern(Pattern.compile(regex + end), parameters, literals);
    } catch (PatternSyntaxException | StringIndexOutOfBoundsException e) {
      return new PathPattern(null, List.of(), 0);
    }
  }

  /** Returns where a parameter ends: braces may stand in its regular expression. */
  private static int closing(String template, int open) {
    int depth = 0;
    int at = open;
    while (true) {
      char c = template.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
      at += c == '\\' ? 2 : 1;
    }
  }

  private static String group(int parameter) {
    return "parameter" + parameter;
  }

  private static String expression(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? SEGMENT : text.substring(colon + 1).strip();
  }

  /** Reports whether a request with this path may be matched; when in doubt, it may. */
  public boolean mayMatch(RequestPath path) {
    return regex == null || surelyMatches(path);
  }

  /** Reports whether a request with this path is matched; when in doubt, it is not. */
  public boolean surelyMatches(RequestPath path) {
    return regex != null && path.forms().stream().anyMatch(form -> regex.matcher(form).matches());
  }

  /** Returns what stands in a path for a parameter; of several with that name the last. */
  public Optional<String> parameter(String name, RequestPath path) {
    int index = parameters.lastIndexOf(name);
    return index < 0 || regex == null
        ? Optional.empty()
        : path.forms().stream()
            .map(regex::matcher)
            .filter(Matcher::matches)
            .map(m -> RequestPath.decoded(m.group(group(index))))
            .findFirst();
  }

  /** Returns what a path has before the part that matches, if it ends in such a part. */
  Optional<String> prefix(String path) {
    return Stream.ofNullable(regex)
        .map(r -> r.matcher(path))
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .findFirst();
  }
}
