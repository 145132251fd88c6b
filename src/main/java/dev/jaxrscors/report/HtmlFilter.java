package dev.jaxrscors.report;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The filter of a page: its form, and what its script reads of endpoints and their policies. */
final class HtmlFilter {

  /** More suggestions help nobody: any origin can be typed. */
  private static final int MOST_SUGGESTED = 60;

  /** So many patterns of a policy are handed to the filter; it says where there are more. */
  private static final int MOST_FILTERED = 5_000;

  private final Html html;
  // Each endpoint asks twice, and the origins of its policy may be many: they are compared once.
  private final IdentityHashMap<ReportedPolicy, Integer> known = new IdentityHashMap<>();
  private final Map<Map<String, Object>, Integer> policies = new LinkedHashMap<>();

  HtmlFilter(Html html) {
    this.html = html;
  }

  void writeForm(List<ReportedHost> hosts) {
    html.start("form", "id", "filters", "hidden", "hidden", "aria-label", "Filters");
    field("origin", "Origin of a page", "https://app.example.com", "origins");
    field("path", "Path", "/orders/1", "");
    html.start("fieldset").element("legend", "Show");
    checkbox("callable", "only what this origin may call");
    checkbox("looked-at", "only what is to be looked at");
    html.end();
    html.start("button", "type", "reset").text("Show all").end();
    html.start("datalist", "id", "origins");
    hosts.stream()
        .flatMap(host -> host.origins().stream())
        .filter(origin -> !origin.contains("*"))
        .distinct()
        .limit(MOST_SUGGESTED)
        .forEach(origin -> html.start("option", "value", origin).end());
    html.end();
    html.start("output", "id", "found", "role", "status").end();
    html.end();
  }

  private void field(String id, String label, String example, String list) {
    HtmlPage.field(html, id, label, "type", "text", "placeholder", example, "list", list);
  }

  private void checkbox(String id, String label) {
    html.start("label").start("input", "id", id, "type", "checkbox").text(" " + label).end();
  }

  /** Returns the attributes that the filter reads, of endpoints that share a policy. */
  String[] attributes(List<ReportedEndpoint> endpoints, String type) {
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
    return known.computeIfAbsent(
        policy,
        p -> {
          int next = policies.size();
          Integer before = policies.putIfAbsent(read(p), next);
          return before == null ? next : before;
        });
  }

  private static Map<String, Object> read(ReportedPolicy policy) {
    List<String> origins = policy.origins();
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("origins", origins.subList(0, Math.min(origins.size(), MOST_FILTERED)));
    read.put("cut", origins.size() > MOST_FILTERED);
    read.put("code", !policy.source().isEmpty());
    read.put("credentials", policy.credentials());
    return read;
  }

  /** Adds the policies that the attributes refer to, once all of them are written. */
  void writePolicies() {
    html.start("script", "type", "application/json", "id", "policies")
        .trusted(Json.of(List.copyOf(policies.keySet())))
        .end();
  }
}
