package dev.jaxrscors.report;

import dev.jaxrscors.report.Explanation.Answer;
import dev.jaxrscors.report.Explanation.Outcome;
import java.util.List;

/**
 * A page that asks for a request, and explains it.
 *
 * @param hosts those that configuration names
 */
record ExplanationPage(
    String origin, String method, String path, String headers, String host, List<String> hosts) {

  String write() {
    return form().page();
  }

  String write(Explanation explanation) {
    Html html = form();
    boolean isShared = explanation.outcome() == Outcome.SHARED;
    html.element(
        "p", explanation.outcome().text(), "class", isShared ? "outcome shared" : "outcome not");
    html.element("h2", "What the browser does").start("ol");
    explanation.browser().forEach(step -> html.element("li", step));
    html.end();
    explanation.preflight().ifPresent(a -> write(html, "The preflight is answered", a));
    explanation.response().ifPresent(a -> write(html, "The response has", a));
    html.element("h2", "Why").start("table", "class", "reasons").start("tbody");
    explanation
        .reasons()
        .forEach(
            reason ->
                html.start("tr")
                    .element("th", reason.step(), "scope", "row")
                    .element("td", reason.text())
                    .end());
    return html.page();
  }

  private static void write(Html html, String title, Answer answer) {
    String status = answer.status() > 0 ? " " + answer.status() : "";
    html.element("h2", title + status);
    if (answer.headers().isEmpty()) {
      html.element("p", "No field of CORS.");
      return;
    }
    html.start("dl", "class", "answer");
    answer.headers().forEach((name, value) -> html.element("dt", name + ":").element("dd", value));
    html.end();
  }

  private Html form() {
    Html html = HtmlPage.start("CORS: what becomes of a request", "", "'self'");
    html.start("header").start("div").element("h1", "What becomes of a request");
    html.element("p", "Of a page of some origin, by the policies as they are now.").end();
    html.element("a", "The whole report", "href", "./").end();
    html.start("main").start("form", "method", "get", "class", "asking");
    field(html, "origin", "Origin of the page", origin, "https://app.example.com");
    field(html, "method", "Method", method, "PUT");
    field(html, "path", "Path", path, "/orders/1");
    field(html, "headers", "Headers, with commas", headers, "Content-Type, X-Api-Key");
    if (!hosts.isEmpty()) {
      field(html, "host", "Host", host, hosts.get(0));
    }
    html.start("button", "type", "submit").text("Explain").end();
    return html.end();
  }

  private static void field(Html html, String name, String label, String value, String example) {
    HtmlPage.field(
        html, name, label, "name", name, "type", "text", "value", value, "placeholder", example);
  }
}
