package dev.jaxrscors.report;

import dev.jaxrscors.internal.resource.PathPattern;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.resource.RequestPath;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The endpoints that a path leads to: those of the class whose template is the most specific, and
 * among them those of the most specific template.
 *
 * @param best the endpoints
 * @see <a
 *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#request_matching">
 *     Jakarta REST, request matching</a>
 */
record MatchedEndpoints(List<ReportedEndpoint> best) {

  /** Where one begins, in a template without names; a colon inside of it begins none. */
  private static final Pattern EXPRESSION = Pattern.compile("\\{:");

  private static final Comparator<String> SPECIFIC_FIRST =
      Comparator.comparingInt(MatchedEndpoints::literals)
          .thenComparingInt(MatchedEndpoints::parameters)
          .thenComparingInt(MatchedEndpoints::expressions)
          .reversed();

  static MatchedEndpoints of(ReportedHost host, String path) {
    RequestPath request = RequestPath.of(path);
    List<ReportedEndpoint> matching =
        host.endpoints().stream()
            .filter(e -> PathPattern.exact(e.path()).surelyMatches(request))
            .sorted(
                Comparator.comparing(
                        (ReportedEndpoint e) -> e.surveyed().rootPath(), SPECIFIC_FIRST)
                    .thenComparing(ReportedEndpoint::path, SPECIFIC_FIRST))
            .toList();
    return new MatchedEndpoints(matching.stream().filter(e -> isSame(e, matching.get(0))).toList());
  }

  private static boolean isSame(ReportedEndpoint one, ReportedEndpoint other) {
    return PathTemplate.anonymous(one.path()).equals(PathTemplate.anonymous(other.path()));
  }

  /** Returns the locator that may know more of a path, and its template. */
  static Optional<Map.Entry<String, String>> openEnd(ReportedHost host, String path) {
    RequestPath request = RequestPath.of(path);
    return host.openEnds().entrySet().stream()
        .filter(e -> PathPattern.withAllBelow(e.getKey()).surelyMatches(request))
        .findFirst();
  }

  /** GET implies HEAD. */
  Optional<ReportedEndpoint> answering(String method) {
    return named(method).or(() -> method.equals("HEAD") ? named("GET") : Optional.empty());
  }

  private Optional<ReportedEndpoint> named(String method) {
    return best.stream().filter(e -> e.verb().equals(method)).findFirst();
  }

  private static int literals(String template) {
    return outside(template).length() - parameters(template);
  }

  private static int parameters(String template) {
    return (int) outside(template).chars().filter(c -> c == '\0').count();
  }

  private static int expressions(String template) {
    return EXPRESSION.split(PathTemplate.anonymous(template), -1).length - 1;
  }

  /** Returns a template with one character for each parameter. */
  private static String outside(String template) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += c == '{' ? 1 : 0;
      if (depth == 0) {
        outside.append(c);
      } else if (c == '}' && depth == 1) {
        outside.append('\0');
      }
      depth -= c == '}' ? 1 : 0;
    }
    return outside.toString();
  }
}
