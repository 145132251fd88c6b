package dev.jaxrscors;

import dev.jaxrscors.protocol.Denial;
import dev.jaxrscors.protocol.Incoming;
import dev.jaxrscors.protocol.Preflight;
import dev.jaxrscors.protocol.Verdict;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
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
      Verdict.Denied.preflight(Denial.of(Denial.Reason.NO_VALID_POLICY));

  private final Deployments deployments;
  @Context private @Nullable ResourceInfo resourceInfo;

  AnswerFilter(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    ends(request);
  }

  /** Does what this filter does, and reports whether it has ended the request. */
  boolean ends(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.isPreflight()) {
      answer(request, exchange);
      return true;
    }
    return prepare(request, deployments.on(request));
  }

  private void answer(ContainerRequestContext request, Exchange exchange) {
    Deployment deployment = deployments.on(request);
    try {
      judge(request, exchange, deployment);
    } finally {
      request.abortWith(Answers.preflight(exchange.verdict(), deployment.setup()));
    }
  }

  private void judge(ContainerRequestContext request, Exchange exchange, Deployment deployment) {
    try {
      exchange.answer(NO_VALID_POLICY, Places.UNKNOWN);
      if (exchange.incoming() == Incoming.WellFormed.PREFLIGHT) {
        Governance governance = Matched.governance(request, resourceInfo, deployment);
        answer(exchange, governance, path -> Requests.preflight(request, deployment, path));
      }
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(System.Logger.Level.ERROR, "Finding the CORS policy of a preflight failed", e);
    }
  }

  /**
   * Returns the response to a preflight that another layer has answered after the match, in the
   * place of this filter; null if what was matched is not governed.
   */
  @Nullable Response lateAnswer(ContainerRequestContext request, Exchange exchange) {
    Deployment deployment = deployments.on(request);
    if (isUngoverned(request, deployment)) {
      return null;
    }
    judge(request, exchange, deployment);
    return Answers.preflight(exchange.verdict(), deployment.setup());
  }

  private boolean isUngoverned(ContainerRequestContext request, Deployment deployment) {
    try {
      Governance governance = Matched.governance(request, resourceInfo, deployment);
      return governance == null || governance instanceof Governance.Ungoverned;
    } catch (RuntimeException | LinkageError e) {
      // To be judged: that tells what failed, and refuses.
      return false;
    }
  }

  private static void answer(
      Exchange exchange, @Nullable Governance governance, Function<String, Preflight> preflight) {
    if (governance instanceof Governance.Governed governed) {
      Verdict verdict = governed.endpoint().judge(preflight.apply(governed.path()));
      exchange.answer(verdict, governed.places());
    } else if (governance instanceof Governance.Broken broken) {
      exchange.answer(NO_VALID_POLICY, broken.places());
    } else {
      exchange.answer(null, Places.UNKNOWN);
    }
  }

  /**
   * Does what cannot be left to the way out, and nothing else: most requests need none of it.
   * Reports whether the request was rejected.
   */
  private boolean prepare(ContainerRequestContext request, Deployment deployment) {
    if (isToldLater(request)) {
      return deployment.mayJudgeEarly()
          && isRejected(request, deployment, Matched.governance(request, resourceInfo, deployment));
    }
    return isRejected(request, deployment, keepGovernance(request, deployment));
  }

  /**
   * Reports whether the way out can find out who decides: on Jersey and CXF the request itself
   * tells at any time what was matched, and every resource is announced before it can be reached.
   */
  private boolean isToldLater(ContainerRequestContext request) {
    return resourceInfo == null
        ? CxfFilter.isOwn(request)
        : request.getUriInfo() instanceof ResourceInfo;
  }

  /** Finds out who decides, and keeps it for the way out, which could not. */
  private @Nullable Governance keepGovernance(
      ContainerRequestContext request, Deployment deployment) {
    Governance governance = Matched.governance(request, resourceInfo, deployment);
    if (governance != null) {
      governance.keepAt(request);
    }
    return governance;
  }

  private static boolean isRejected(
      ContainerRequestContext request, Deployment deployment, @Nullable Governance governance) {
    return governance instanceof Governance.Governed governed
        && governed.isJudgedEarly()
        && !Requests.origins(request).isEmpty()
        && isRejected(request, deployment, governed);
  }

  /**
   * Judges an actual request before the resource runs, where that matters: the policy rejects, or
   * asks a source of origins, which must not be asked again for the response.
   */
  private static boolean isRejected(
      ContainerRequestContext request, Deployment deployment, Governance.Governed governed) {
    Exchange exchange = Exchange.start(request, Incoming.WellFormed.ORDINARY);
    // A source of origins may throw what nobody may catch: then, too, nothing is granted.
    exchange.answer(Verdict.Denied.UNJUDGED, governed.places());
    Verdict verdict =
        governed.endpoint().judge(Requests.actual(request, deployment, governed.path()));
    exchange.answer(verdict, governed.places());
    if (verdict instanceof Verdict.Denied
        && governed.endpoint().policy().rejectsRefused()
        && !deployment.sameOrigin().sent(request)) {
      request.abortWith(Answers.rejection());
      return true;
    }
    return false;
  }
}
