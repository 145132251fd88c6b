package dev.jaxrscors.internal.filter;

import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.Listeners;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.policy.Policy;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

/** Says what became of requests: in a line of the log, and in an event to whoever listens. */
final class Notifier {

  private final RefusalLog log;
  private final Listeners listeners;
  private final RequestSource source;

  Notifier(RefusalLog log, Listeners listeners, RequestSource source) {
    this.log = log;
    this.listeners = listeners;
    this.source = source;
  }

  /** Reports whether anybody listens. */
  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Takes note of a preflight, whether this library or another layer answered it. */
  void preflight(
      ContainerRequestContext request, ContainerResponseContext response, Exchange exchange) {
    log.preflight(request, response, exchange);
    if (listeners.isEmpty()) {
      return;
    }
    JudgedRequest judged = judged(RequestKind.PREFLIGHT, request, exchange.applied());
    Verdict verdict = exchange.verdict();
    if (verdict instanceof Verdict.Granted) {
      granted(judged);
    } else if (verdict instanceof Verdict.Denied denied) {
      refused(judged, denied.denial().reason());
    } else if (verdict == Verdict.NotGoverned.UNMATCHED) {
      refused(judged, RefusalLog.reason(exchange, response.getStatus()));
    }
  }

  /** Takes note of a response that a page may read. */
  void shared(ContainerRequestContext request, AppliedPolicy applied) {
    log.shared(request, applied);
    if (!listeners.isEmpty() && Requests.isOfScript(request) && !source.isSameOrigin(request)) {
      granted(judged(RequestKind.ACTUAL, request, applied));
    }
  }

  /**
   * Takes note of an actual request that is refused. What no script waits for is no violation: a
   * form, an image, a link.
   */
  void refused(ContainerRequestContext request, Denial denial, AppliedPolicy applied) {
    Policy policy = applied.policy();
    // What the application takes back has run.
    boolean isRejected =
        policy != null
            && policy.rejectsRefused()
            && denial.reason() != Reason.WITHHELD_BY_APPLICATION;
    if (!Requests.isOfScript(request)) {
      if (isRejected) {
        log.rejectedNavigation(request, denial, applied);
      }
    } else if (isRejected) {
      rejected(request, denial, applied);
    } else {
      withheld(request, denial, applied);
    }
  }

  private void rejected(ContainerRequestContext request, Denial denial, AppliedPolicy applied) {
    log.rejected(request, denial, applied);
    if (!listeners.isEmpty()) {
      refused(judged(RequestKind.ACTUAL, request, applied), denial.reason());
    }
  }

  private void withheld(ContainerRequestContext request, Denial denial, AppliedPolicy applied) {
    log.withheld(request, denial, applied);
    if (!listeners.isEmpty()) {
      CorsEvent.Withheld event =
          new CorsEvent.Withheld(judged(RequestKind.ACTUAL, request, applied), denial.reason());
      listeners.tell(listener -> listener.withheld(event));
    }
  }

  private void granted(JudgedRequest judged) {
    CorsEvent.Granted event = new CorsEvent.Granted(judged);
    listeners.tell(listener -> listener.granted(event));
  }

  private void refused(JudgedRequest judged, Reason reason) {
    CorsEvent.Refused event = new CorsEvent.Refused(judged, reason);
    listeners.tell(listener -> listener.refused(event));
  }

  private JudgedRequest judged(
      RequestKind kind, ContainerRequestContext request, AppliedPolicy applied) {
    return new JudgedRequest(
        kind,
        String.join(" | ", Requests.origins(request)),
        RefusalLog.announced(request),
        source.template(request, applied),
        applied.provenance().nearest().name());
  }
}
