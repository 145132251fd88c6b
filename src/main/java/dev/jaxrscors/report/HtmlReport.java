package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The report for a reviewer: one page, which can be read without its script. */
final class HtmlReport {

  private static final String SCRIPT = Resource.text("report.js");

  /** More columns help nobody: the filter has all of them. */
  private static final int MOST_COLUMNS = 60;

  /** So many patterns of a policy are handed to the filter; it says where there are more. */
  private static final int MOST_FILTERED = 5_000;

  private final CorsReport report;
  private final String explain;
  private final Html html = HtmlPage.start("CORS report", SCRIPT, "'none'");
  private final List<Map<String, Object>> policies = new ArrayList<>();
  private int hosts;

  /**
   * Takes a report.
   *
   * @param explain where requests are explained, relative to the page; empty for nowhere
   */
  HtmlReport(CorsReport report, String explain) {
    this.report = report;
    this.explain = explain;
  }

  String write() {
    html.element("a", "To the endpoints", "class", "skip", "href", "#endpoints");
    writeHeader();
    html.start("main");
    writeMistakes();
    writeFilters();
    List<ReportedHost> all = report.hosts();
    for (int i = 0; i < all.size(); i++) {
      writeHost(i == 0 ? all.get(0) : all.get(i).differingFrom(all.get(0)), i > 0);
    }
    html.end();
    html.start("script", "type", "application/json", "id", "policies")
        .trusted(Json.of(policies))
        .end();
    html.start("script").trusted(SCRIPT).end();
    return html.page();
  }

  private void writeHeader() {
    html.start("header")
        .start("div")
        .element("h1", "CORS report")
        .element("p", "Which origins may call which endpoint from a browser, and how.");
    if (!explain.isEmpty()) {
      html.element("a", "Explain a request", "href", explain);
    }
    html.end();
    if (!report.hosts().isEmpty()) {
      writeFigures(report.hosts().get(0));
    }
    html.end();
  }

  private void writeFigures(ReportedHost host) {
    html.start("dl", "class", "figures");
    figure("endpoints", host.endpoints().size(), "");
    figure("with a policy", host.count("governed"), "");
    figure("for nobody", host.countForNobody(), "");
    figure("without a policy", host.count("ungoverned"), "");
    figure("origins", host.origins().size(), "");
    long grave =
        host.endpoints().stream()
            .filter(e -> e.hazards().stream().anyMatch(Hazard::isGrave))
            .count();
    figure("with dangers", grave, grave > 0 ? "grave" : "");
    html.end();
  }

  private void figure(String label, long number, String kind) {
    html.start("div", "class", kind)
        .element("dt", label)
        .element("dd", Long.toString(number))
        .end();
  }

  private void writeMistakes() {
    if (report.mistakes().isEmpty()) {
      return;
    }
    html.start("section", "class", "mistakes", "aria-labelledby", "mistakes")
        .element("h2", "Mistakes: these stop the deployment", "id", "mistakes")
        .start("ul");
    report.mistakes().forEach(mistake -> html.element("li", mistake));
    html.end().end();
  }

  private void writeFilters() {
    html.start("form", "id", "filters", "hidden", "hidden", "aria-label", "Filters");
    field("origin", "Origin of a page", "https://app.example.com", "origins");
    field("path", "Path", "/orders/1", "");
    html.start("fieldset").element("legend", "Show");
    checkbox("callable", "only what this origin may call");
    checkbox("looked-at", "only what is to be looked at");
    html.end();
    html.start("button", "type", "reset").text("Show all").end();
    html.start("datalist", "id", "origins");
    report.hosts().stream()
        .flatMap(host -> host.origins().stream())
        .filter(origin -> !origin.contains("*"))
        .distinct()
        .limit(MOST_COLUMNS)
        .forEach(origin -> html.start("option", "value", origin).end());
    html.end();
    html.start("output", "id", "found", "role", "status").end();
    html.end();
  }

  private void field(String id, String label, String example, String list) {
    html.start("p").element("label", label, "for", id);
    html.start(
        "input",
        "id",
        id,
        "type",
        "text",
        "placeholder",
        example,
        "list",
        list,
        "autocomplete",
        "off",
        "autocapitalize",
        "none",
        "spellcheck",
        "false");
    html.end();
  }

  private void checkbox(String id, String label) {
    html.start("label").start("input", "id", id, "type", "checkbox").text(" " + label).end();
  }

  private void writeHost(ReportedHost host, boolean isDifference) {
    String id = isDifference ? "host-" + hosts++ : "endpoints";
    html.start("section", "class", "host", "id", id, "aria-labelledby", id + "-title");
    boolean isOnly = report.hosts().size() == 1 && !host.isNamed();
    html.element(
        "h2",
        isOnly ? "Endpoints" : (host.isNamed() ? "Host " : "") + host.title(),
        "id",
        id + "-title");
    html.element("p", isDifference ? difference(host) : host.summary(), "class", "summary");
    writeHazards(host);
    if (!host.endpoints().isEmpty()) {
      writeMatrix(host, id);
      html.element("h3", "Endpoint by endpoint");
      host.byPath().forEach(this::writePath);
      html.element(
          "p", "No endpoint is left by these filters.", "class", "nothing", "hidden", "hidden");
    }
    if (!isDifference) {
      host.forUnmatched().ifPresent(this::writeUnmatched);
    }
    writeEnds(host);
    writeHints(host);
    html.end();
  }

  private static String difference(ReportedHost host) {
    return host.endpoints().isEmpty()
        ? "The policies of all endpoints are the same as elsewhere."
        : "What differs here:";
  }

  private void writeHazards(ReportedHost host) {
    if (host.hazards().isEmpty()) {
      return;
    }
    html.element("h3", "To be looked at").start("ul", "class", "hazards");
    for (Hazard hazard : host.hazards()) {
      html.start("li");
      chip(hazard);
      html.element("span", " " + host.extent(hazard) + ": " + hazard.meaning() + ". ");
      html.start("span", "class", "places");
      host.places(hazard).forEach(place -> html.element("code", place).text(" "));
      html.end().end();
    }
    html.end();
  }

  private void chip(Hazard hazard) {
    html.element(
        "span",
        (hazard.isGrave() ? "\u25b2 " : "") + hazard.label(),
        "class",
        hazard.isGrave() ? "chip grave" : "chip",
        "title",
        hazard.meaning());
  }

  private void writeMatrix(ReportedHost host, String id) {
    List<String> origins = host.origins();
    List<String> columns = origins.subList(0, Math.min(origins.size(), MOST_COLUMNS));
    boolean asks = host.endpoints().stream().anyMatch(HtmlReport::isAsking);
    html.element("h3", "Origins and endpoints", "id", id + "-matrix");
    writeLegend(origins.size() - columns.size());
    html.start(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-labelledby",
        id + "-matrix");
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
    host.endpoints().forEach(endpoint -> writeRow(endpoint, columns, asks));
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

  private static boolean isAsking(ReportedEndpoint endpoint) {
    return endpoint.policy().filter(p -> !p.source().isEmpty()).isPresent();
  }

  private void writeRow(ReportedEndpoint endpoint, List<String> columns, boolean asks) {
    html.start("tr", attributes(List.of(endpoint), "endpoint"));
    html.start("th", "scope", "row").element("code", endpoint.verb() + " ", "class", "verb");
    html.element("code", endpoint.path()).end();
    Set<String> allowed =
        Set.copyOf(endpoint.policy().map(ReportedPolicy::origins).orElse(List.of()));
    boolean credentials = endpoint.policy().filter(ReportedPolicy::credentials).isPresent();
    for (String column : columns) {
      boolean isAllowed =
          !endpoint.isLeftOut() && (allowed.contains(column) || allowed.contains("*"));
      html.start("td", "data-pattern", column);
      writeMark(isAllowed, credentials);
      html.end();
    }
    if (asks) {
      html.start("td");
      writeMark(isAsking(endpoint) && !endpoint.isLeftOut(), credentials);
      html.end();
    }
    html.end();
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

  private void writePath(String path, Map<ReportedHost.Shared, List<ReportedEndpoint>> groups) {
    groups.forEach((shared, endpoints) -> writeCard(path, shared, endpoints));
  }

  private void writeCard(
      String path, ReportedHost.Shared shared, List<ReportedEndpoint> endpoints) {
    html.start("article", attributes(endpoints, "endpoint card " + shared.state()));
    html.start("h4").start("span", "class", "verbs");
    endpoints.stream()
        .map(ReportedEndpoint::verb)
        .distinct()
        .forEach(verb -> html.element("code", verb, "class", "verb").text(" "));
    html.end().element("code", path, "class", "path");
    shared.policy().ifPresent(p -> p.hazards().forEach(this::chip));
    html.element("span", "", "class", "verdict").end();
    html.start("p", "class", "places");
    html.text(endpoints.stream().map(HtmlReport::place).collect(Collectors.joining(", ")));
    html.text(ReportedHost.note(shared.state())).end();
    shared.policy().ifPresent(this::writePolicy);
    html.end();
  }

  private static String place(ReportedEndpoint endpoint) {
    return endpoint.place()
        + (endpoint.isLeftOut() ? " (not for pages: its method is not allowed)" : "");
  }

  /** Returns the attributes that the filter reads, of endpoints that share a policy. */
  private String[] attributes(List<ReportedEndpoint> endpoints, String type) {
    ReportedEndpoint first = endpoints.get(0);
    boolean isLeftOut = endpoints.stream().allMatch(ReportedEndpoint::isLeftOut);
    return new String[] {
      "class",
      type,
      "data-path",
      first.path(),
      "data-policy",
      first.policy().map(p -> Integer.toString(index(p))).orElse(""),
      "data-left-out",
      isLeftOut ? "yes" : "",
      "data-looked-at",
      first.hazards().isEmpty() ? "" : "yes"
    };
  }

  private int index(ReportedPolicy policy) {
    Map<String, Object> filtered = new LinkedHashMap<>();
    List<String> origins = policy.origins();
    filtered.put("origins", origins.subList(0, Math.min(origins.size(), MOST_FILTERED)));
    filtered.put("cut", origins.size() > MOST_FILTERED);
    filtered.put("code", !policy.source().isEmpty());
    filtered.put("credentials", policy.credentials());
    int known = policies.indexOf(filtered);
    if (known < 0) {
      policies.add(filtered);
      return policies.size() - 1;
    }
    return known;
  }

  private void writePolicy(ReportedPolicy policy) {
    html.start("table", "class", "policy").start("thead").start("tr");
    List.of("member", "in force", "from").forEach(h -> html.element("th", h, "scope", "col"));
    html.end().end().start("tbody");
    for (ReportedMember member : policy.members()) {
      html.start("tr").element("th", member.member().label(), "scope", "row");
      html.start("td");
      writeValues(policy, member);
      html.end();
      boolean isBuiltIn = member.from().kind() == Whence.Kind.BUILT_IN;
      html.element("td", member.from().text(), "class", isBuiltIn ? "from built-in" : "from").end();
    }
    html.end().end();
  }

  private void writeValues(ReportedPolicy policy, ReportedMember member) {
    if (member.member() == Member.ALLOWED_HEADERS && !policy.headers().isEmpty()) {
      Map<String, String> derived = policy.becauseByName();
      policy.headers().forEach(name -> writeHeader(name, derived.getOrDefault(name, "")));
      return;
    }
    if (member.member() == Member.METHODS) {
      html.start("span", "class", "methods");
      member.values().forEach(value -> html.element("code", value).text(" "));
      html.end();
      return;
    }
    for (String value : member.values()) {
      boolean isWord = value.contains(" ") || value.equals("nobody") || value.equals("none");
      boolean isValue = member.member().isList() && !isWord;
      html.element(isValue ? "code" : "span", value, "class", "value");
    }
  }

  private void writeHeader(String name, String because) {
    html.start("span", "class", "value").element("code", name);
    if (!because.isEmpty()) {
      html.element("span", " derived: " + because, "class", "because");
    }
    html.end();
  }

  private void writeUnmatched(Policy policy) {
    html.element("h3", "Errors of no resource");
    html.start("p")
        .text(
            "Responses such as 404 and 405 may be read "
                + (policy.allowsCredentials() ? "with" : "without")
                + " credentials by pages of ");
    List<String> origins = ListedOrigins.shown(policy.origins().patterns());
    html.element("code", origins.isEmpty() ? "nobody" : String.join(", ", origins));
    html.text(policy.origins().hasSource() ? ", and of those that an origin source allows." : ".");
    html.end();
  }

  private void writeEnds(ReportedHost host) {
    if (host.openEnds().isEmpty()) {
      return;
    }
    html.element("h3", "Decided for each request")
        .element("p", "No declaration tells where these locators lead.")
        .start("ul");
    host.openEnds()
        .forEach(
            (path, place) ->
                html.start("li").element("code", path + "/**").text(" " + place).end());
    html.end();
  }

  private void writeHints(ReportedHost host) {
    if (host.hints().isEmpty()) {
      return;
    }
    html.element("h3", "Hints").start("ul");
    host.hints().forEach(hint -> html.element("li", hint));
    html.end();
  }
}
