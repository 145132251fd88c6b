package dev.jaxrscors.internal.resource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A path template that may be the one which a path was matched with.
 *
 * @param template the template, with a slash in front
 * @param literals how many of its chars are none of a parameter
 * @param whole what the whole path matches, if it is this one
 */
record TriedTemplate(String template, int literals, Pattern whole) {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /**
   * Returns a template to be tried.
   *
   * @param template the template, with a slash in front
   */
  static TriedTemplate of(String template) {
    StringBuilder regex = new StringBuilder();
    int literals = 0;
    String rest = template.equals("/") ? "" : template;
    while (!rest.isEmpty()) {
      int end = rest.charAt(0) == '{' ? endOfParameter(rest) : endOfLiteral(rest);
      String part = rest.substring(0, end);
      boolean isLiteral = part.charAt(0) != '{';
      regex.append(isLiteral ? Pattern.quote(part) : "(?:" + regexOf(part) + ")");
      literals += isLiteral ? end : 0;
      rest = rest.substring(end);
    }
    return new TriedTemplate(template, literals, compiled("(.*?)" + regex + "/?"));
  }

  private static Pattern compiled(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      // Written in a dialect of the runtime's own.
      return NOTHING;
    }
  }

  private static int endOfLiteral(String rest) {
    int brace = rest.indexOf('{');
    return brace < 0 ? rest.length() : brace;
  }

  private static int endOfParameter(String rest) {
    int depth = 0;
    for (int i = 0; i < rest.length(); i++) {
      depth += rest.charAt(i) == '{' ? 1 : 0;
      depth -= rest.charAt(i) == '}' ? 1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return rest.length();
  }

  private static String regexOf(String parameter) {
    int colon = parameter.indexOf(':');
    return colon < 0 ? "[^/]+" : parameter.substring(colon + 1, parameter.length() - 1).strip();
  }

  boolean matches(String path) {
    return prefix(path).filter(String::isEmpty).isPresent();
  }

  /** Returns the template behind what goes before it in a path, if the path ends in it. */
  Optional<String> behindPrefix(String path) {
    return prefix(path).map(prefix -> PathTemplate.join(prefix, template));
  }

  private Optional<String> prefix(String path) {
    Matcher matcher = whole.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
