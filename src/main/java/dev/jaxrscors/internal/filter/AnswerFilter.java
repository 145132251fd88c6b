package dev.jaxrscors.internal.filter;

import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import dev.jaxrscors.internal.runtime.Cxf;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The first step after matching: answers every preflight that was delegated, and rejects actual
 * requests where the policy says so.
 *
 * <p>On a preflight it always ends the request, whatever it finds and whatever fails: this is what
 * keeps a resource method from ever running on one.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@Priority(Integer.MIN_VALUE)
public final class AnswerFilter implements ContainerRequestFilter {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final Verdict.Denied NO_VALID_POLICY =
      Verdict.Denied.preflight(Denial.of(Reason.NO_VALID_POLICY));

  private final ServedApplication application;
  @Context private @Nullable ResourceInfo resourceInfo;

  AnswerFilter(ServedApplication application) {
    this.application = application;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    ends(request);
  }

  /** Filters a request, and reports whether that has ended it. */
  boolean ends(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.isPreflight()) {
      answer(request, exchange);
      return true;
    }
    Passage passage = DoorFinder.passage(request);
    boolean isEnded = prepare(request, application.on(request));
    return passage == null ? isEnded : isEnded || tell(request, passage);
  }

  /**
   * Tells the servlet door who decides about an actual request, before the resource runs: what
   * fails later may bypass the filters of responses. Reports whether the door rejects it.
   */
  private boolean tell(ContainerRequestContext request, Passage passage) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.stage() == Exchange.Stage.JUDGED) {
      passage.decide(exchange.verdict().headers());
      return false;
    }
    ServedHost host = exchange == null ? application.on(request) : exchange.host();
    AppliedPolicy applied = Matched.applied(request, resourceInfo, host);
    if (applied instanceof AppliedPolicy.Governed governed) {
      Verdict verdict = governed.compiled().judge(Requests.actual(request, host, governed.path()));
      passage.decide(verdict.headers());
    } else if (applied instanceof AppliedPolicy.Broken) {
      passage.decide(ResponseHeaders.nothing(Vary.ORIGIN));
    } else if (passage.isRejected()) {
      request.abortWith(Answers.rejection());
      return true;
    } else {
      passage.leave();
    }
    return false;
  }

  private void answer(ContainerRequestContext request, Exchange exchange) {
    try {
      judgePreflight(request, exchange);
    } finally {
      tell(request, exchange);
      request.abortWith(answered(exchange));
    }
  }

  private static void tell(ContainerRequestContext request, Exchange exchange) {
    Passage passage = DoorFinder.passage(request);
    if (passage != null && exchange.verdict() instanceof Verdict.NotGoverned) {
      passage.leave();
    } else if (passage != null) {
      passage.decide(exchange.verdict().headers());
    }
  }

  private static Response answered(Exchange exchange) {
    return Answers.preflight(exchange.verdict(), exchange.host().deployment().setup());
  }

  private void judgePreflight(ContainerRequestContext request, Exchange exchange) {
    boolean isWellFormed = exchange.incoming() == Incoming.WellFormed.PREFLIGHT;
    try {
      exchange.judge(NO_VALID_POLICY);
      if (isWellFormed) {
        AppliedPolicy applied = Matched.applied(request, resourceInfo, exchange.host());
        ServedHost host = application.on(request, exchange.host(), applied);
        if (host != exchange.host()) {
          exchange.move(host);
          applied = Matched.applied(request, resourceInfo, host);
        }
        exchange.match(applied);
        exchange.judge(verdict(request, host, applied));
      }
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(System.Logger.Level.ERROR, "Finding the CORS policy of a preflight failed", e);
    }
  }

  private static Verdict verdict(
      ContainerRequestContext request, ServedHost host, AppliedPolicy applied) {
    if (applied instanceof AppliedPolicy.Governed governed) {
      return governed.compiled().judge(Requests.preflight(request, host, governed.path()));
    }
    return applied instanceof AppliedPolicy.Broken ? NO_VALID_POLICY : Verdict.NotGoverned.RESOURCE;
  }

  /**
   * Returns the response to a preflight that another layer has answered after the match, in the
   * place of this filter; null if what was matched is not governed.
   */
  @Nullable Response lateAnswer(ContainerRequestContext request, Exchange exchange) {
    if (isUngoverned(request, exchange.host())) {
      return null;
    }
    judgePreflight(request, exchange);
    return answered(exchange);
  }

  private boolean isUngoverned(ContainerRequestContext request, ServedHost host) {
    try {
      return Matched.applied(request, resourceInfo, host) instanceof AppliedPolicy.Ungoverned;
    } catch (RuntimeException | LinkageError e) {
      // To be judged: that logs the failure, and refuses.
      return false;
    }
  }

  /**
   * Does what cannot be left to the way out, and nothing else: most requests need none of it.
   * Reports whether the request was rejected.
   */
  private boolean prepare(ContainerRequestContext request, ServedHost host) {
    if (host.deployment().isOff()) {
      return false;
    }
    boolean isKnownLater = isKnownLater(request);
    if (isKnownLater && !host.deployment().mayJudgeEarly() && !application.mayChange()) {
      return false;
    }
    AppliedPolicy applied = Matched.applied(request, resourceInfo, host);
    ServedHost current = application.on(request, host, applied);
    return current == host
        ? prepare(request, host, applied, isKnownLater)
        : prepare(request, current, Matched.applied(request, resourceInfo, current), isKnownLater);
  }

  private boolean prepare(
      ContainerRequestContext request,
      ServedHost host,
      AppliedPolicy applied,
      boolean isKnownLater) {
    if (applied instanceof AppliedPolicy.Governed governed
        && governed.isJudgedEarly()
        && !Requests.origins(request).isEmpty()) {
      return isRejected(request, host, governed);
    }
    // One deployment decides about a request, whatever comes into force meanwhile.
    boolean isKept = !isKnownLater || application.mayChange();
    if (isKept && applied != AppliedPolicy.Ungoverned.UNMATCHED) {
      Exchange.start(request, host, applied);
    }
    return false;
  }

  /**
   * Reports whether the way out can find out who decides: on Jersey and CXF the request itself
   * knows its match at any time, and every resource is announced before it can be reached.
   */
  private boolean isKnownLater(ContainerRequestContext request) {
    return resourceInfo == null ? Cxf.isOwn(request) : request.getUriInfo() instanceof ResourceInfo;
  }

  /**
   * Judges an actual request before the resource runs, where that matters: the policy rejects, or
   * asks a source of origins, which must not be asked again for the response.
   */
  private static boolean isRejected(
      ContainerRequestContext request, ServedHost host, AppliedPolicy.Governed governed) {
    Exchange exchange = Exchange.start(request, host, governed);
    // A source of origins may throw an error: then, too, nothing is granted.
    exchange.judge(Verdict.Denied.UNJUDGED);
    Verdict verdict = governed.compiled().judge(Requests.actual(request, host, governed.path()));
    exchange.judge(verdict);
    if (verdict instanceof Verdict.Denied
        && governed.compiled().policy().rejectsRefused()
        && !host.isSameOrigin(request)) {
      request.abortWith(Answers.rejection());
      return true;
    }
    return false;
  }
}
