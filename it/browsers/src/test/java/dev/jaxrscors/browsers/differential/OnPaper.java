package dev.jaxrscors.browsers.differential;

import dev.jaxrscors.testing.Browser;
import dev.jaxrscors.testing.Outcome;
import dev.jaxrscors.testing.PageRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs cases in the browser on paper. */
final class OnPaper {
  private final CaseServers servers;
  private final String name;
  private final Browser browser;

  private OnPaper(CaseServers servers, String name, Browser browser) {
    this.servers = servers;
    this.name = name;
    this.browser = browser;
  }

  static OnPaper byTheStandard(CaseServers servers) {
    return new OnPaper(servers, "standard", Browser.at(servers.page()));
  }

  static OnPaper likeEngines(CaseServers servers) {
    return new OnPaper(servers, "like-engines", Browser.at(servers.page()).likeEngines());
  }

  Map<String, Verdict> run(List<Case> cases) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Case theCase : cases) {
      List<String> seen = new ArrayList<>();
      for (Ask ask : theCase.asks()) {
        seen.add(seen(request(theCase, ask).send()));
      }
      verdicts.put(theCase.id(), new Verdict(servers.notes(name, theCase), seen));
    }
    return verdicts;
  }

  private PageRequest request(Case theCase, Ask ask) {
    Browser page = ask.credentials() == Ask.Mode.INCLUDE ? browser.withCredentials() : browser;
    PageRequest request = page.request(ask.method(), URI.create(servers.address(name, theCase)));
    for (int i = 0; i < ask.headers().size(); i += 2) {
      request.header(ask.headers().get(i), ask.headers().get(i + 1));
    }
    return request;
  }

  private static String seen(Outcome outcome) {
    return outcome instanceof Outcome.Shared shared
        ? "shared " + shared.status() + " " + String.join(",", shared.headers().names())
        : "blocked";
  }
}
