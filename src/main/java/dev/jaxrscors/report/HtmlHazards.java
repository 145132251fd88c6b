package dev.jaxrscors.report;

/** What is to be looked at, as a reviewer sees it. */
final class HtmlHazards {

  private final Html html;

  HtmlHazards(Html html) {
    this.html = html;
  }

  /** Writes those of a host, and where they are; nothing if it has none. */
  void write(ReportedHost host) {
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

  /** Writes one in a word or two. */
  void chip(Hazard hazard) {
    html.element(
        "span",
        (hazard.isGrave() ? "\u25b2 " : "") + hazard.label(),
        "class",
        hazard.isGrave() ? "chip grave" : "chip",
        "title",
        hazard.meaning());
  }
}
