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
  @Context private ResourceInfo resourceInfo;

  @SuppressWarnings("NullAway.Init")
  AnswerFilter(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.isPreflight()) {
      answer(request, exchange);
    } else {
      prepare(request, deployments.on(request));
    }
  }

  private void answer(ContainerRequestContext request, Exchange exchange) {
    Deployment deployment = deployments.on(request);
    try {
      exchange.answer(NO_VALID_POLICY, Places.UNKNOWN);
      if (exchange.incoming() == Incoming.WellFormed.PREFLIGHT) {
        Governance governance = Matched.governance(request, resourceInfo, deployment);
        answer(exchange, governance, path -> Requests.preflight(request, deployment, path));
      }
    } catch (RuntimeException | LinkageError e) {
      LOGGER.log(System.Logger.Level.ERROR, "Finding the CORS policy of a preflight failed", e);
    } finally {
      request.abortWith(Answers.preflight(exchange.verdict(), deployment.setup()));
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

  /** Does what cannot be left to the way out, and nothing else: most requests need none of it. */
  private void prepare(ContainerRequestContext request, Deployment deployment) {
    boolean isToBeKept = Matched.isToBeKept(request);
    boolean mayBeJudged = deployment.mayJudgeEarly() && !Requests.origins(request).isEmpty();
    if (!isToBeKept && !mayBeJudged) {
      return;
    }
    Governance governance = Matched.governance(request, resourceInfo, deployment);
    if (isToBeKept && governance != null) {
      governance.keepAt(request);
    }
    if (mayBeJudged
        && governance instanceof Governance.Governed governed
        && governed.isJudgedEarly()) {
      judgeEarly(request, deployment, governed);
    }
  }

  /**
   * Judges an actual request before the resource runs, where that matters: the policy rejects, or
   * asks a source of origins, which must not be asked again for the response.
   */
  private static void judgeEarly(
      ContainerRequestContext request, Deployment deployment, Governance.Governed governed) {
    Verdict verdict =
        governed.endpoint().judge(Requests.actual(request, deployment, governed.path()));
    Exchange exchange = Exchange.start(request, Incoming.WellFormed.ORDINARY);
    exchange.answer(verdict, governed.places());
    if (verdict instanceof Verdict.Denied
        && governed.endpoint().policy().rejectsRefused()
        && !SameOrigin.isSameOrigin(request)) {
      request.abortWith(Answers.rejection());
    }
  }
}
