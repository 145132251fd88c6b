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
import jakarta.ws.rs.container.ContainerResponseContext;

/**
 * Says what became of requests: in a line of the log, and in an event to whoever listens.
 *
 * @param <R> how a door sees requests
 */
final class Notifier<R> {

  private final RefusalLog<R> log;
  private final Listeners listeners;
  private final RequestSource<R> source;

  Notifier(RefusalLog<R> log, Listeners listeners, RequestSource<R> source) {
    this.log = log;
    this.listeners = listeners;
    this.source = source;
  }

  /** Reports whether anybody listens. */
  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Takes note of a preflight, whether this library or another layer answered it. */
  void preflight(R request, ContainerResponseContext response, Exchange exchange) {
    log.preflight(request, response, exchange);
    if (listeners.isEmpty()) {
      return;
    }
    if (exchange.verdict() == Verdict.NotGoverned.UNMATCHED) {
      refused(
          judged(RequestKind.PREFLIGHT, request, exchange.applied()),
          RefusalLog.reason(exchange, response.getStatus()));
    } else {
      tell(request, exchange.verdict(), exchange.applied());
    }
  }

  /** Takes note of a preflight that a policy has judged. */
  void preflight(R request, Verdict verdict, AppliedPolicy applied) {
    log.preflight(request, verdict, applied);
    if (!listeners.isEmpty()) {
      tell(request, verdict, applied);
    }
  }

  private void tell(R request, Verdict verdict, AppliedPolicy applied) {
    JudgedRequest judged = judged(RequestKind.PREFLIGHT, request, applied);
    if (verdict instanceof Verdict.Granted) {
      granted(judged);
    } else if (verdict instanceof Verdict.Denied denied) {
      refused(judged, denied.denial().reason());
    }
  }

  /** Takes note of a preflight that a servlet filter has answered. */
  void intercepted(R request, int status, AppliedPolicy applied) {
    log.intercepted(request, status, applied);
    if (!listeners.isEmpty()) {
      refused(judged(RequestKind.PREFLIGHT, request, applied), Reason.ANSWERED_BEFORE_MATCH);
    }
  }

  /** Takes note of a response that a page may read. */
  void shared(R request, AppliedPolicy applied) {
    log.shared(request, applied);
    if (!listeners.isEmpty() && source.isOfScript(request) && !source.isSameOrigin(request)) {
      granted(judged(RequestKind.ACTUAL, request, applied));
    }
  }

  /**
   * Takes note of an actual request that is refused. What no script waits for is no violation: a
   * form, an image, a link.
   */
  void refused(R request, Denial denial, AppliedPolicy applied) {
    Policy policy = applied.policy();
    // What the application takes back has run.
    boolean isRejected =
        policy != null
            && policy.rejectsRefused()
            && denial.reason() != Reason.WITHHELD_BY_APPLICATION;
    if (!source.isOfScript(request)) {
      if (isRejected) {
        log.rejectedNavigation(request, denial, applied);
      }
    } else if (isRejected) {
      rejected(request, denial, applied);
    } else {
      withheld(request, denial, applied);
    }
  }

  private void rejected(R request, Denial denial, AppliedPolicy applied) {
    log.rejected(request, denial, applied);
    if (!listeners.isEmpty()) {
      refused(judged(RequestKind.ACTUAL, request, applied), denial.reason());
    }
  }

  private void withheld(R request, Denial denial, AppliedPolicy applied) {
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

  private JudgedRequest judged(RequestKind kind, R request, AppliedPolicy applied) {
    return new JudgedRequest(
        kind,
        String.join(" | ", source.origins(request)),
        log.announced(request),
        source.template(request, applied),
        applied.provenance().nearest().name());
  }
}
