package dev.jaxrscors.internal.filter;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Before which requests a filter stands.
 *
 * @param urls URL patterns
 * @param servlets names of servlets
 */
record DoorPatterns(List<String> urls, List<String> servlets) {

  private static final int NONE = -1;
  private static final int ALL = 0;
  private static final int EXTENSION = 1;
  private static final int SERVLET = 2;
  private static final int PREFIX = 3;
  private static final int EXACT = 1 << 20;

  static DoorPatterns of(@Nullable FilterRegistration filter) {
    return filter == null
        ? new DoorPatterns(List.of(), List.of())
        : new DoorPatterns(
            copy(filter.getUrlPatternMappings()), copy(filter.getServletNameMappings()));
  }

  private static List<String> copy(@Nullable Collection<String> names) {
    return names == null ? List.of() : names.stream().distinct().sorted().toList();
  }

  /** Returns what messages call it. */
  String path() {
    if (urls.size() == 1) {
      return urls.get(0);
    }
    return "/*";
  }

  /** Reports whether the filter stands before a request. */
  boolean match(HttpServletRequest request) {
    return nearness(request) > NONE;
  }

  /** Returns how near to the resource it stands; negative if it does not. */
  int nearness(HttpServletRequest request) {
    String path = path(request);
    int nearest = servlets.contains(servlet(request)) ? SERVLET : NONE;
    for (String pattern : urls) {
      nearest = Math.max(nearest, nearness(pattern, path));
    }
    return nearest;
  }

  /** Returns the name of the servlet; empty where there is none, as for files on Open Liberty. */
  static String servlet(HttpServletRequest request) {
    HttpServletMapping mapping = request.getHttpServletMapping();
    String name = mapping == null ? null : mapping.getServletName();
    return name == null ? "" : name;
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  /**
   * Matches as filters do.
   *
   * @see <a
   *     href="https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0#mapping-requests-to-servlets">
   *     Jakarta Servlet, mapping requests to servlets</a>
   */
  private static int nearness(String pattern, String path) {
    if (pattern.equals("/*") || pattern.equals("/")) {
      return ALL;
    }
    if (pattern.startsWith("*.")) {
      return path.endsWith(pattern.substring(1)) ? EXTENSION : NONE;
    }
    if (pattern.endsWith("/*")) {
      String prefix = pattern.substring(0, pattern.length() - 2);
      boolean isBelow = path.equals(prefix) || path.startsWith(prefix + "/");
      return isBelow ? PREFIX + prefix.length() : NONE;
    }
    return path.equals(pattern) ? EXACT : NONE;
  }
}
