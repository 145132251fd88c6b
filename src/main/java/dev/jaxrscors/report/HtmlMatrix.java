package dev.jaxrscors.report;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which origins may call which endpoints of a host: a column for each, and a row for each. */
final class HtmlMatrix {

  /** More columns help nobody: the filter has all of them. */
  private static final int MOST_COLUMNS = 60;

  private final Html html;
  private final HtmlFilter filter;
  private final ReportedHost host;
  private final List<String> origins;
  private final List<String> columns;
  private final boolean asks;
  private final Set<String> decisive;
  // Policies share their list of origins, which may be long: each is read once.
  private final IdentityHashMap<List<String>, Set<String>> allowed = new IdentityHashMap<>();

  HtmlMatrix(Html html, HtmlFilter filter, ReportedHost host) {
    this.html = html;
    this.filter = filter;
    this.host = host;
    this.origins = host.origins();
    this.columns = origins.subList(0, Math.min(origins.size(), MOST_COLUMNS));
    this.decisive = new HashSet<>(columns);
    this.decisive.add("*");
    this.asks = host.endpoints().stream().anyMatch(HtmlMatrix::isAsking);
  }

  private static boolean isAsking(ReportedEndpoint endpoint) {
    return endpoint.policy().filter(p -> !p.source().isEmpty()).isPresent();
  }

  /**
   * Writes it, with its title.
   *
   * @param id the id of the title
   */
  void write(String id) {
    html.element("h3", "Origins and endpoints", "id", id);
    writeLegend(origins.size() - columns.size());
    html.start("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", id);
    html.start("table", "class", "matrix").start("thead").start("tr");
    html.element("th", "Endpoint", "scope", "col");
    columns.forEach(
        origin ->
            html.start("th", "scope", "col", "data-pattern", origin, "title", origin)
                .element("span", origin)
                .end());
    if (asks) {
      html.start("th", "scope", "col").element("span", "decided by code").end();
    }
    html.end().end().start("tbody");
    host.endpoints().forEach(this::writeRow);
    html.end().end().end();
  }

  private void writeLegend(int left) {
    html.start("p", "class", "legend");
    mark("yes", "\u25cf", "allowed");
    html.text(" allowed ");
    mark("cookies", "\u25c6", "allowed, with credentials");
    html.text(" with credentials ");
    mark("no", "\u00b7", "refused");
    html.text(" refused");
    if (left > 0) {
      html.text(". %d more origins are not shown here: type one above.".formatted(left));
    }
    html.end();
  }

  private void writeRow(ReportedEndpoint endpoint) {
    html.start("tr", filter.attributes(List.of(endpoint), "endpoint"));
    html.start("th", "scope", "row").element("code", endpoint.verb() + " ", "class", "verb");
    html.element("code", endpoint.path()).end();
    Set<String> those = allowed(endpoint);
    boolean credentials = endpoint.policy().filter(ReportedPolicy::credentials).isPresent();
    for (String column : columns) {
      html.start("td", "data-pattern", column);
      writeMark(those.contains(column) || those.contains("*"), credentials);
      html.end();
    }
    if (asks) {
      html.start("td");
      writeMark(isAsking(endpoint) && !endpoint.isLeftOut(), credentials);
      html.end();
    }
    html.end();
  }

  private Set<String> allowed(ReportedEndpoint endpoint) {
    return endpoint
        .policy()
        .filter(policy -> !endpoint.isLeftOut())
        .map(policy -> allowed.computeIfAbsent(policy.origins(), this::decisive))
        .orElse(Set.of());
  }

  private Set<String> decisive(List<String> listed) {
    return listed.stream().filter(decisive::contains).collect(Collectors.toSet());
  }

  private void writeMark(boolean isAllowed, boolean credentials) {
    if (!isAllowed) {
      mark("no", "\u00b7", "refused");
    } else if (credentials) {
      mark("cookies", "\u25c6", "allowed, with credentials");
    } else {
      mark("yes", "\u25cf", "allowed");
    }
  }

  private void mark(String kind, String sign, String words) {
    html.start("span", "class", "mark " + kind)
        .element("span", sign, "aria-hidden", "true")
        .element("span", words, "class", "spoken")
        .end();
  }
}
