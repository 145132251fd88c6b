package dev.jaxrscors.report;

import dev.jaxrscors.policy.Policy;
import java.util.List;

/** The report for a reviewer: one page, which can be read without its script. */
final class HtmlReport {

  private static final String SCRIPT = Resource.text("report.js");

  private final CorsReport report;
  private final String explain;
  private final Html html = HtmlPage.start("CORS report", SCRIPT, "'none'");
  private final HtmlFilter filter = new HtmlFilter(html);
  private final HtmlHazards hazards = new HtmlHazards(html);
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
    filter.writeForm(report.hosts());
    List<ReportedHost> all = report.hosts();
    for (int i = 0; i < all.size(); i++) {
      writeHost(i == 0 ? all.get(0) : all.get(i).differingFrom(all.get(0)), i > 0);
    }
    html.end();
    filter.writePolicies();
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
    hazards.write(host);
    if (!host.endpoints().isEmpty()) {
      new HtmlMatrix(html, filter, host).write(id + "-matrix");
      new HtmlCards(html, filter, hazards).write(host);
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
