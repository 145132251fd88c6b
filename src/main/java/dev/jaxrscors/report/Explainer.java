package dev.jaxrscors.report;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Target;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Governed;
import dev.jaxrscors.internal.deploy.Remedy;
import dev.jaxrscors.internal.protocol.ActualRequest;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.Preflight;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.report.Explanation.Answer;
import dev.jaxrscors.report.Explanation.Outcome;
import dev.jaxrscors.report.Explanation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows a request of a page through the report. */
final class Explainer {

  private static final Map<String, String> NOTHING = Map.of();

  private final CorsReport report;
  private final PageCall call;
  private final List<String> browser = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();
  private Optional<Answer> preflight = Optional.empty();
  private Optional<Answer> response = Optional.empty();

  Explainer(CorsReport report, PageCall call) {
    this.report = report;
    this.call = call;
  }

  Explanation explain() {
    return new Explanation(outcome(), browser, preflight, response, reasons);
  }

  private Outcome outcome() {
    call.dropped()
        .forEach(
            name ->
                note(Quoted.of(name) + " is left out: browsers let no script set this header."));
    if (!call.isPossible()) {
      browser.add("The browser throws: no script may send the method " + Quoted.of(call.method()));
      reason("methods", "the method is forbidden, or none at all");
      return Outcome.NOT_SENT;
    }
    if (!Origin.isOrigin(call.origin())) {
      note("no browser sends " + Quoted.of(call.origin()) + " as an origin");
    }
    if (report.hosts().isEmpty()) {
      report.mistakes().forEach(mistake -> reason("mistake", mistake));
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
    reason(
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
      return new Judgement(host, endpoint, governed).outcome();
    }
    if (applied instanceof AppliedPolicy.Broken broken) {
      broken.mistakes().forEach(m -> reason("mistake", m.toString()));
      return withoutPolicy("403", "the policy is wrong, so everything is refused");
    }
    reason("policy", "no level sets one: the endpoint is left alone");
    reason("remedy", "write @CorsPolicy(origins = " + Quoted.of(call.origin()) + ") on it");
    return withoutPolicy("204", "no policy says that it may");
  }

  /** Nothing of ours is added: browsers take that for a refusal. */
  private Outcome withoutPolicy(String status, String why) {
    if (call.needsPreflight()) {
      addPreflightStep();
      preflight = Optional.of(new Answer(Integer.parseInt(status), NOTHING));
      browser.add("It does not send the request, because " + why + ".");
      return Outcome.NOT_SENT;
    }
    response = Optional.of(new Answer(0, NOTHING));
    browser.add("The browser sends the request, without a preflight: the resource runs.");
    browser.add("It keeps the response from the page, because " + why + ".");
    return Outcome.UNREADABLE;
  }

  private Outcome notFound(ReportedHost host) {
    Optional<Map.Entry<String, String>> open = MatchedEndpoints.openEnd(host, call.pathAlone());
    if (open.isPresent()) {
      reason(
          "endpoint",
          "%s is below %s, where the locator %s decides at each request"
              .formatted(Quoted.unquoted(call.path()), open.get().getKey(), open.get().getValue()));
      return Outcome.UNKNOWN;
    }
    reason("endpoint", "no resource has a path that matches " + Quoted.unquoted(call.path()));
    return ofNoResource(host, 404);
  }

  private Outcome notAllowed(ReportedHost host, MatchedEndpoints matched) {
    reason(
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
      addPreflightStep();
      preflight = Optional.of(new Answer(status, NOTHING));
      browser.add("It does not send the request, because the answer is %d.".formatted(status));
      return Outcome.NOT_SENT;
    }
    browser.add(
        "The browser sends the request, without a preflight: the answer is " + status + ".");
    if (!(host.surveyed().forUnmatched() instanceof Governed governed)) {
      response = Optional.of(new Answer(status, NOTHING));
      reason("policy", "the application has none for errors of no resource");
      reason("remedy", "set CORS_DEFAULT_ORIGINS, or write @CorsPolicy on the Application class");
      browser.add("It keeps the response from the page.");
      return Outcome.UNREADABLE;
    }
    reason("policy", "that of errors of no resource");
    Verdict verdict = governed.compiled().judge(actual(Target.UNMATCHED));
    response = Optional.of(new Answer(status, verdict.headers().asMap()));
    boolean shared = verdict instanceof Verdict.Granted;
    browser.add(
        shared ? "The page may read that it is an error." : "It keeps the response from the page.");
    return shared ? Outcome.SHARED : Outcome.UNREADABLE;
  }

  private void addPreflightStep() {
    String headers = call.asked().isEmpty() ? "" : " with " + askedInWords();
    browser.add(
        "The browser asks first, by a preflight: OPTIONS %s, for %s%s from %s."
            .formatted(
                Quoted.unquoted(call.path()),
                Quoted.unquoted(call.method()),
                headers,
                Quoted.unquoted(call.origin())));
  }

  private String askedInWords() {
    return call.asked().stream().map(Quoted::unquoted).collect(Collectors.joining(", "));
  }

  private ActualRequest actual(String template) {
    return new ActualRequest(List.of(call.origin()), call.method(), () -> target(template));
  }

  private Target target(String template) {
    List<String> names = report.hosts().get(0).names();
    return new Target(names.isEmpty() ? "localhost" : names.get(0), template, call.method());
  }

  private void reason(String step, String text) {
    reasons.add(new Reason(step, text));
  }

  private void note(String text) {
    reason("note", text);
  }

  /** The verdict of one policy. */
  private final class Judgement {

    private final ReportedHost host;
    private final ReportedEndpoint endpoint;
    private final Governed governed;
    private final Policy policy;

    Judgement(ReportedHost host, ReportedEndpoint endpoint, Governed governed) {
      this.host = host;
      this.endpoint = endpoint;
      this.governed = governed;
      this.policy = governed.compiled().policy();
    }

    Outcome outcome() {
      reason("policy", "that of " + name(governed.provenance().nearest().name()));
      if (call.needsPreflight()) {
        addPreflightStep();
        Verdict verdict =
            governed
                .compiled()
                .judge(
                    new Preflight(
                        List.of(call.origin()),
                        List.of(call.method()),
                        call.askedLines(),
                        () -> target(endpoint.path())));
        preflight = Optional.of(new Answer(status(verdict), verdict.headers().asMap()));
        if (verdict instanceof Verdict.Denied denied) {
          explainRefusal(denied.denial());
          browser.add(
              denied.isLeftToBrowser()
                  ? "The answer tells what is allowed. It does not send the request, and its console"
                      + " names what is too much."
                  : "It does not send the request: the answer is 403, and says nothing.");
          return Outcome.NOT_SENT;
        }
        browser.add("It is granted" + kept() + ", and sends the request.");
      }
      return ofRequest();
    }

    private String name(String nearest) {
      return nearest.isEmpty() ? "the application" : Whence.portable(nearest);
    }

    private String kept() {
      int seconds = policy.maxAge().seconds();
      return seconds > 0 ? ", keeps that for " + seconds + " seconds" : "";
    }

    private int status(Verdict verdict) {
      return verdict instanceof Verdict.Denied denied && !denied.isLeftToBrowser()
          ? 403
          : host.surveyed().setup().preflightStatus();
    }

    private Outcome ofRequest() {
      if (!call.needsPreflight()) {
        browser.add("The browser sends the request, without a preflight: none is needed.");
      }
      Verdict verdict = governed.compiled().judge(actual(endpoint.path()));
      response = Optional.of(new Answer(0, verdict.headers().asMap()));
      if (verdict instanceof Verdict.Denied denied) {
        explainRefusal(denied.denial());
        return refused();
      }
      explainGrant();
      browser.add("The resource runs, and the page may read the response" + readable() + ".");
      return Outcome.SHARED;
    }

    private Outcome refused() {
      if (policy.rejectsRefused()) {
        response = response.map(answer -> new Answer(403, answer.headers()));
        browser.add("The server answers 403, and the resource does not run (Refusal.REJECT).");
        return Outcome.REJECTED;
      }
      browser.add("The resource runs; the browser keeps the response from the page.");
      note("Refusal.WITHHOLD stops no request that needs no preflight: Refusal.REJECT does.");
      return Outcome.UNREADABLE;
    }

    private String readable() {
      String exposed = policy.exposedHeaders().fieldValue();
      return exposed.isEmpty()
          ? ", but of its headers only the safelisted ones"
          : ", and of its headers the safelisted ones and " + exposed;
    }

    private void explainGrant() {
      member(Member.ORIGINS, Quoted.of(call.origin()) + " is " + allowedBy());
      if (call.needsPreflight()) {
        member(Member.METHODS, call.method() + " is allowed");
        if (!call.asked().isEmpty()) {
          member(Member.ALLOWED_HEADERS, askedInWords() + ": allowed");
        }
      }
      member(
          Member.CREDENTIALS,
          policy.allowsCredentials()
              ? "allowed: the page may fetch with credentials: \"include\""
              : "refused: with credentials: \"include\", the browser keeps the response");
    }

    private String allowedBy() {
      if (policy.isPublic()) {
        return "allowed, as every origin is";
      }
      Origin origin = Origin.parse(call.origin());
      return policy.origins().patterns().stream()
          .filter(p -> origin != null && OriginPattern.parse(p).matches(origin))
          .findFirst()
          .map(p -> p.equals(call.origin()) ? "listed" : "matched by " + Quoted.of(p))
          .orElseGet(() -> "allowed by " + endpoint.policy().orElseThrow().source());
    }

    private void member(Member member, String text) {
      Whence from = endpoint.policy().orElseThrow().member(member).from();
      reason(member.label(), text + " (" + from.text() + ")");
    }

    private void explainRefusal(Denial denial) {
      Member member = Remedy.member(denial.reason());
      List<String> headers = governed.compiled().refusedHeaders(call.askedLines());
      String subject =
          denial.reason() == dev.jaxrscors.event.Reason.HEADER_NOT_ALLOWED && !headers.isEmpty()
              ? ": " + Quoted.all(headers)
              : denial.subject().isEmpty() ? "" : ": " + Quoted.of(denial.subject());
      reason(member.label(), denial.reason().text() + subject + inForce(member));
      reason("written", endpoint.policy().orElseThrow().member(member).from().text());
      Remedy remedy = new Remedy(governed.provenance(), policy, host.surveyed().setup());
      String text =
          denial.reason() == dev.jaxrscors.event.Reason.MALFORMED_ORIGIN
              ? corrected()
              : remedy.of(
                  denial.reason(),
                  call.origin(),
                  call.method(),
                  headers,
                  () -> target(endpoint.path()));
      if (!text.isEmpty()) {
        reason("remedy", text);
      }
    }

    private String inForce(Member member) {
      List<String> values = endpoint.policy().orElseThrow().member(member).values();
      return "; in force: "
          + values.stream().limit(8).collect(Collectors.joining(", "))
          + (values.size() > 8 ? " and " + (values.size() - 8) + " more" : "");
    }

    /** No browser sends this; whoever asks has written it. */
    private String corrected() {
      try {
        OriginPattern pattern = OriginPattern.parse(call.origin());
        return pattern.isExact() || call.origin().equals(CorsPolicy.ANY)
            ? ""
            : "ask for one origin, not for a pattern";
      } catch (InvalidValueException e) {
        return e.remedy();
      }
    }
  }
}
