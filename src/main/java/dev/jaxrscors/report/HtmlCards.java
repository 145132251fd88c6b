package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The endpoints of a host one by one: a card for those of a path that share a policy. */
final class HtmlCards {

  private final Html html;
  private final HtmlFilter filter;
  private final HtmlHazards hazards;

  HtmlCards(Html html, HtmlFilter filter, HtmlHazards hazards) {
    this.html = html;
    this.filter = filter;
    this.hazards = hazards;
  }

  void write(ReportedHost host) {
    html.element("h3", "Endpoint by endpoint");
    host.byPath()
        .forEach(
            (path, groups) ->
                groups.forEach((shared, endpoints) -> writeCard(path, shared, endpoints)));
    html.element(
        "p", "No endpoint is left by these filters.", "class", "nothing", "hidden", "hidden");
  }

  private void writeCard(
      String path, ReportedHost.Shared shared, List<ReportedEndpoint> endpoints) {
    html.start("article", filter.attributes(endpoints, "endpoint card " + shared.state().key()));
    html.start("h4").start("span", "class", "verbs");
    endpoints.stream()
        .map(ReportedEndpoint::verb)
        .distinct()
        .forEach(verb -> html.element("code", verb, "class", "verb").text(" "));
    html.end().element("code", path, "class", "path");
    shared.policy().ifPresent(p -> p.hazards().forEach(hazards::chip));
    html.element("span", "", "class", "verdict").end();
    html.start("p", "class", "places");
    html.text(endpoints.stream().map(HtmlCards::place).collect(Collectors.joining(", ")));
    html.text(shared.state().note()).end();
    shared.policy().ifPresent(this::writePolicy);
    html.end();
  }

  private static String place(ReportedEndpoint endpoint) {
    return endpoint.place()
        + (endpoint.isLeftOut() ? " (not for pages: its method is not allowed)" : "");
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
      policy.headers().forEach(name -> writeName(name, derived.getOrDefault(name, "")));
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

  private void writeName(String name, String because) {
    html.start("span", "class", "value").element("code", name);
    if (!because.isEmpty()) {
      html.element("span", " derived: " + because, "class", "because");
    }
    html.end();
  }
}
