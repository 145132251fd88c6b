package dev.jaxrscors.report;

import dev.jaxrscors.CorsPolicy;
import dev.jaxrscors.Target;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.InvalidValueException;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.OriginPattern;
import dev.jaxrscors.fetch.Quoted;
import dev.jaxrscors.internal.deploy.AppliedPolicy.Governed;
import dev.jaxrscors.internal.deploy.Remedy;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.report.Explanation.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/** What the policy of an endpoint says of a request of a page. */
final class Judgement {

  private final PageCall call;
  private final ExplanationDraft draft;
  private final ReportedHost host;
  private final ReportedEndpoint endpoint;
  private final Governed governed;
  private final Policy policy;

  /**
   * Takes what is judged.
   *
   * @param draft what the findings are added to
   * @param governed the policy of the endpoint
   */
  Judgement(
      PageCall call,
      ExplanationDraft draft,
      ReportedHost host,
      ReportedEndpoint endpoint,
      Governed governed) {
    this.call = call;
    this.draft = draft;
    this.host = host;
    this.endpoint = endpoint;
    this.governed = governed;
    this.policy = governed.compiled().policy();
  }

  Outcome outcome() {
    draft.reason("policy", "that of " + name(governed.provenance().nearest().name()));
    if (call.needsPreflight()) {
      draft.asksFirst(call);
      Verdict verdict =
          governed.compiled().judge(call.preflight(host.requestHost(), endpoint.path()));
      draft.preflight(status(verdict), verdict.headers().asMap());
      if (verdict instanceof Verdict.Denied denied) {
        explainRefusal(denied.denial());
        draft.browser(
            denied.isLeftToBrowser()
                ? "The answer tells what is allowed. It does not send the request, and its console"
                    + " names what is too much."
                : "It does not send the request: the answer is 403, and says nothing.");
        return Outcome.NOT_SENT;
      }
      draft.browser("It is granted" + kept() + ", and sends the request.");
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
      draft.browser("The browser sends the request, without a preflight: none is needed.");
    }
    Verdict verdict = governed.compiled().judge(call.actual(host.requestHost(), endpoint.path()));
    draft.response(0, verdict.headers().asMap());
    if (verdict instanceof Verdict.Denied denied) {
      explainRefusal(denied.denial());
      return refused(verdict);
    }
    explainGrant();
    draft.browser("The resource runs, and the page may read the response" + readable() + ".");
    return Outcome.SHARED;
  }

  private Outcome refused(Verdict verdict) {
    if (policy.rejectsRefused()) {
      draft.response(403, verdict.headers().asMap());
      draft.browser("The server answers 403, and the resource does not run (Refusal.REJECT).");
      return Outcome.REJECTED;
    }
    draft.browser("The resource runs; the browser keeps the response from the page.");
    draft.note("Refusal.WITHHOLD stops no request that needs no preflight: Refusal.REJECT does.");
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
        member(Member.ALLOWED_HEADERS, call.askedInWords() + ": allowed");
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
    draft.reason(member.label(), text + " (" + from.text() + ")");
  }

  private void explainRefusal(Denial denial) {
    Member member = Remedy.member(denial.reason());
    List<String> headers = governed.compiled().refusedHeaders(call.askedLines());
    String subject =
        denial.reason() == Reason.HEADER_NOT_ALLOWED && !headers.isEmpty()
            ? ": " + Quoted.all(headers)
            : denial.subject().isEmpty() ? "" : ": " + Quoted.of(denial.subject());
    draft.reason(member.label(), denial.reason().text() + subject + inForce(member));
    draft.reason("written", endpoint.policy().orElseThrow().member(member).from().text());
    Remedy remedy = new Remedy(governed.provenance(), policy, host.surveyed().setup());
    String text =
        denial.reason() == Reason.MALFORMED_ORIGIN
            ? corrected()
            : remedy.of(denial.reason(), call.origin(), call.method(), headers, this::target);
    if (!text.isEmpty()) {
      draft.reason("remedy", text);
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

  private Target target() {
    return new ExplainedTarget(call, host.requestHost(), endpoint.path(), call.needsPreflight());
  }
}
