package dev.jaxrscors.report;

import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Governed;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Ungoverned;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.report.Explanation.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows a request of a page through the report, to the endpoint that it reaches. */
final class Explainer {

  private final CorsReport report;
  private final PageCall call;
  private final ExplanationDraft draft = new ExplanationDraft();

  Explainer(CorsReport report, PageCall call) {
    this.report = report;
    this.call = call;
  }

  Explanation explain() {
    return draft.with(outcome());
  }

  private Outcome outcome() {
    call.dropped()
        .forEach(
            name ->
                draft.note(
                    Quoted.of(name) + " is left out: browsers let no script set this header."));
    if (!call.isPossible()) {
      draft.browser(
          "The browser throws: no script may send the method " + Quoted.of(call.method()));
      draft.reason("methods", "the method is forbidden, or none at all");
      return Outcome.NOT_SENT;
    }
    if (!Origin.isOrigin(call.origin())) {
      draft.note("no browser sends " + Quoted.of(call.origin()) + " as an origin");
    }
    if (report.hosts().isEmpty()) {
      report.mistakes().forEach(mistake -> draft.reason("mistake", mistake));
      return Outcome.UNKNOWN;
    }
    ReportedHost host = report.hosts().get(0);
    MatchedEndpoints matched = MatchedEndpoints.of(host, call.pathAlone());
    if (matched.best().isEmpty()) {
      return notFound(host);
    }
    return matched
        .answering(call.method())
        .map(endpoint -> ofEndpoint(host, endpoint))
        .orElseGet(() -> notAllowed(host, matched));
  }

  private Outcome ofEndpoint(ReportedHost host, ReportedEndpoint endpoint) {
    String implied = endpoint.verb().equals(call.method()) ? "" : " (GET implies HEAD)";
    draft.reason(
        "endpoint",
        "%s %s matches %s, which %s answers%s"
            .formatted(
                call.method(),
                Quoted.unquoted(call.path()),
                endpoint.path(),
                endpoint.place(),
                implied));
    AppliedPolicy applied = endpoint.surveyed().applied();
    if (applied instanceof Governed governed) {
      return new Judgement(call, draft, host, endpoint, governed).outcome();
    }
    if (applied instanceof AppliedPolicy.Broken broken) {
      broken.mistakes().forEach(m -> draft.reason("mistake", m.toString()));
      return withoutPolicy(403, "the policy is wrong, so everything is refused");
    }
    if (applied == Ungoverned.OFF) {
      return ofSwitchedOff(host);
    }
    draft.reason("policy", "no level sets one: the endpoint is left alone");
    draft.reason("remedy", "write @CorsPolicy(origins = " + Quoted.of(call.origin()) + ") on it");
    return withoutPolicy(204, "no policy says that it may");
  }

  /** With all of it switched off, not even the preflight is answered by the library. */
  private Outcome ofSwitchedOff(ReportedHost host) {
    explainSwitch(host);
    return host.isOff()
        ? withoutPolicy(0, "CORS is switched off")
        : withoutPolicy(204, "the policy is switched off");
  }

  private void explainSwitch(ReportedHost host) {
    if (host.isOff()) {
      String key = host.isNamed() ? "cors.host.NAME.enabled" : "cors.enabled";
      draft.reason("policy", "none is in force: CORS as a whole is switched off");
      draft.reason("remedy", "switch it on: " + key + "=true");
    } else {
      draft.reason("policy", "it is switched off, by the origins off");
      draft.reason("remedy", "switch it on: set other origins than off (CorsPolicy.OFF)");
    }
  }

  /** Nothing of ours is added: browsers take that for a refusal. */
  private Outcome withoutPolicy(int status, String why) {
    if (call.needsPreflight()) {
      draft.asksFirst(call);
      draft.preflight(status, Map.of());
      draft.browser("It does not send the request, because " + why + ".");
      return Outcome.NOT_SENT;
    }
    draft.response(0, Map.of());
    draft.browser("The browser sends the request, without a preflight: the resource runs.");
    draft.browser("It keeps the response from the page, because " + why + ".");
    return Outcome.UNREADABLE;
  }

  private Outcome notFound(ReportedHost host) {
    Optional<Map.Entry<String, String>> open = MatchedEndpoints.openEnd(host, call.pathAlone());
    if (open.isPresent()) {
      draft.reason(
          "endpoint",
          "%s is below %s, where the locator %s decides at each request"
              .formatted(Quoted.unquoted(call.path()), open.get().getKey(), open.get().getValue()));
      return Outcome.UNKNOWN;
    }
    draft.reason("endpoint", "no resource has a path that matches " + Quoted.unquoted(call.path()));
    return ofNoResource(host, 404);
  }

  private Outcome notAllowed(ReportedHost host, MatchedEndpoints matched) {
    draft.reason(
        "endpoint",
        "%s has no method %s, but %s"
            .formatted(
                matched.best().get(0).path(),
                Quoted.unquoted(call.method()),
                matched.best().stream()
                    .map(ReportedEndpoint::verb)
                    .distinct()
                    .collect(Collectors.joining(", "))));
    return ofNoResource(host, 405);
  }

  private Outcome ofNoResource(ReportedHost host, int status) {
    if (call.needsPreflight()) {
      draft.asksFirst(call);
      draft.preflight(status, Map.of());
      draft.browser("It does not send the request, because the answer is %d.".formatted(status));
      return Outcome.NOT_SENT;
    }
    draft.browser(
        "The browser sends the request, without a preflight: the answer is " + status + ".");
    if (!(host.surveyed().forUnmatched() instanceof Governed governed)) {
      draft.response(status, Map.of());
      explainUnmatched(host);
      draft.browser("It keeps the response from the page.");
      return Outcome.UNREADABLE;
    }
    draft.reason("policy", "that of errors of no resource");
    Verdict verdict = governed.compiled().judge(call.actual(host.requestHost(), Target.UNMATCHED));
    draft.response(status, verdict.headers().asMap());
    boolean shared = verdict instanceof Verdict.Granted;
    draft.browser(
        shared ? "The page may read that it is an error." : "It keeps the response from the page.");
    return shared ? Outcome.SHARED : Outcome.UNREADABLE;
  }

  private void explainUnmatched(ReportedHost host) {
    if (host.isOff()) {
      explainSwitch(host);
      return;
    }
    draft.reason("policy", "the application has none for errors of no resource");
    draft.reason(
        "remedy", "set CORS_DEFAULT_ORIGINS, or write @CorsPolicy on the Application class");
  }
}
