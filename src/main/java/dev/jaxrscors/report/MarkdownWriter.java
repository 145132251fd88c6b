package dev.jaxrscors.report;

import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report for a repository: a line for each value. */
final class MarkdownWriter {

  private final CorsReport report;
  private final StringBuilder out = new StringBuilder();

  MarkdownWriter(CorsReport report) {
    this.report = report;
  }

  String write() {
    line("# CORS report");
    list(
        "Mistakes",
        "These stop the deployment.",
        report.mistakes().stream().map(MarkdownWriter::plain).toList());
    List<ReportedHost> hosts = report.hosts();
    if (hosts.isEmpty()) {
      paragraph("Nothing else can be told of an application whose settings are wrong.");
    }
    for (int i = 0; i < hosts.size(); i++) {
      ReportedHost host = hosts.get(i);
      if (hosts.size() > 1 || host.isNamed()) {
        paragraph("# " + (host.isNamed() ? "Host " + code(host.title()) : host.title()));
      }
      write(i == 0 ? host : host.differingFrom(hosts.get(0)), i > 0);
    }
    return out.toString();
  }

  private void write(ReportedHost host, boolean isDifference) {
    if (isDifference) {
      paragraph(
          host.endpoints().isEmpty()
              ? "The policies of all endpoints are the same as elsewhere."
              : "What differs here:");
    } else {
      paragraph(host.summary());
    }
    writeHazards(host);
    host.byPath().forEach(this::writePath);
    if (!isDifference) {
      host.forUnmatched().ifPresent(this::writeUnmatched);
    }
    list(
        "Decided for each request",
        "No declaration tells where these locators lead.",
        host.openEnds().entrySet().stream()
            .map(e -> code(e.getKey() + "/**") + ": " + code(e.getValue()))
            .toList());
    list("Hints", "", host.hints().stream().map(MarkdownWriter::plain).toList());
  }

  private void writeHazards(ReportedHost host) {
    List<String> lines = new ArrayList<>();
    for (Hazard hazard : host.hazards()) {
      lines.add(
          "**%s**, %s, because %s: %s"
              .formatted(
                  hazard.label(),
                  host.extent(hazard),
                  hazard.meaning(),
                  host.places(hazard).stream()
                      .map(MarkdownWriter::code)
                      .collect(Collectors.joining(", "))));
    }
    list("To be looked at", "", lines);
  }

  private void writePath(String path, Map<ReportedHost.Shared, List<ReportedEndpoint>> groups) {
    paragraph("## " + code(path));
    groups.forEach(
        (shared, endpoints) -> {
          String verbs =
              endpoints.stream()
                  .map(e -> "**" + plain(e.verb()) + "** " + code(e.place()) + leftOut(e))
                  .collect(Collectors.joining(", "));
          paragraph(verbs + shared.state().note());
          shared.policy().ifPresent(this::writePolicy);
        });
  }

  private static String leftOut(ReportedEndpoint endpoint) {
    return endpoint.isLeftOut() ? " (not for pages: its method is not allowed)" : "";
  }

  private void writePolicy(ReportedPolicy policy) {
    line("");
    line("| member | in force | from |");
    line("|---|---|---|");
    for (ReportedMember member : policy.members()) {
      String label = member.member().label();
      String from = plain(member.from().text());
      for (String value : values(policy, member)) {
        line("| " + label + " | " + value + " | " + from + " |");
        label = "";
        from = "";
      }
    }
  }

  private static List<String> values(ReportedPolicy policy, ReportedMember member) {
    boolean hasNames = member.member().isList();
    if (member.member() == Member.METHODS) {
      return List.of(
          member.values().stream().map(MarkdownWriter::value).collect(Collectors.joining(", ")));
    }
    if (member.member() != Member.ALLOWED_HEADERS) {
      return member.values().stream().map(v -> hasNames ? value(v) : plain(v)).toList();
    }
    List<String> values = new ArrayList<>();
    Map<String, String> derived = policy.becauseByName();
    policy
        .headers()
        .forEach(
            name ->
                values.add(
                    derived.containsKey(name)
                        ? code(name) + " derived: " + plain(derived.getOrDefault(name, ""))
                        : code(name)));
    return values.isEmpty() ? List.of("none") : values;
  }

  private static String value(String value) {
    boolean isWord = value.equals("nobody") || value.equals("none") || value.contains(" ");
    return isWord ? plain(value) : code(value);
  }

  private void writeUnmatched(Policy policy) {
    List<String> lines = new ArrayList<>();
    ListedOrigins.shown(policy.origins().patterns()).forEach(o -> lines.add(value(o)));
    if (policy.origins().hasSource()) {
      lines.add("and those that an origin source allows");
    }
    list(
        "Errors of no resource",
        "Responses such as 404 and 405 may be read "
            + (policy.allowsCredentials() ? "with" : "without")
            + " credentials by pages of:",
        lines);
  }

  private void list(String title, String text, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    paragraph("## " + title);
    if (!text.isEmpty()) {
      paragraph(text);
    }
    line("");
    items.forEach(item -> line("- " + item.replace('\n', ' ').replace('\r', ' ')));
  }

  private void paragraph(String text) {
    line("");
    line(text);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  /** Returns a value as code, whatever it holds: in a table too, where a pipe ends a cell. */
  static String code(String value) {
    String text = printable(value).replace("|", "\\|");
    if (text.indexOf('`') < 0) {
      return "`" + text + "`";
    }
    return "`` " + text.replace("``", "` `") + " ``";
  }

  /** Returns a text that holds no mark-up. */
  static String plain(String text) {
    return printable(text)
        .replaceAll("([\\\\`*\\[\\]|#]|(?<!\\w)_|_(?!\\w))", "\\\\$1")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                printable.append(
                    Character.isISOControl(c) || c == 0x2028 || c == 0x2029
                        ? "\\u%04x".formatted(c)
                        : Character.toString(c)));
    return printable.toString();
  }
}
