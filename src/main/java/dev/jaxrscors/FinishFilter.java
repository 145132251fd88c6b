package dev.jaxrscors;

import dev.jaxrscors.protocol.ActualRequest;
import dev.jaxrscors.protocol.Endpoint;
import dev.jaxrscors.protocol.Incoming;
import dev.jaxrscors.protocol.ResponseHeaders;
import dev.jaxrscors.protocol.Vary;
import dev.jaxrscors.protocol.Verdict;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The last step on the way out: puts the header fields on every response, errors included, in the
 * place of any that other layers have set.
 *
 * <p>It may run twice for one request, when writing the first response fails: the second time it
 * does the same to the second response, and logs nothing.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@Priority(Integer.MIN_VALUE + 1)
public final class FinishFilter implements ContainerResponseFilter {

  private final Deployments deployments;

  FinishFilter(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Deployment deployment = deployments.on(request);
    Progress progress = Progress.of(request);
    if (progress instanceof Exchange exchange && exchange.isPreflight()) {
      finishPreflight(new Finish(request, response, deployment), exchange);
    } else {
      finishActual(new Finish(request, response, deployment), progress);
    }
  }

  private static void finishPreflight(Finish finish, Exchange exchange) {
    Verdict verdict = exchange.verdict();
    boolean first = exchange.finish();
    if (verdict != null) {
      HeaderFields.replace(finish.response, verdict.headers());
    } else if (!exchange.isAnswered() && finish.deployment.forUnmatched() != null) {
      HeaderFields.replace(finish.response, ResponseHeaders.nothing(Vary.PREFLIGHT));
    }
    if (first) {
      finish.deployment.refusals().preflight(finish.request, finish.response, exchange);
    }
  }

  private static void finishActual(Finish finish, @Nullable Progress progress) {
    if (progress instanceof Exchange exchange && exchange.verdict() != null) {
      finishJudged(finish, exchange, exchange.verdict());
      return;
    }
    Governance governance = Matched.keptGovernance(finish.request, progress, finish.deployment);
    if (governance instanceof Governance.Governed governed) {
      finishGoverned(finish, governed);
    } else if (governance instanceof Governance.Broken) {
      HeaderFields.replace(finish.response, ResponseHeaders.nothing(Vary.ORIGIN));
    } else if (governance == null && finish.deployment.forUnmatched() != null) {
      finishUnmatched(finish, finish.deployment.forUnmatched());
    }
  }

  private static void finishJudged(Finish finish, Exchange exchange, Verdict verdict) {
    if (exchange.finish()) {
      finish.putAndLog(verdict, exchange.places());
    } else {
      finish.put(verdict);
    }
  }

  private static void finishGoverned(Finish finish, Governance.Governed governed) {
    Verdict verdict = governed.endpoint().judge(finish.actual(governed.path()));
    finish.putAndLog(verdict, governed.places());
    if (verdict instanceof Verdict.Denied) {
      finish.keep(verdict, governed.places());
    }
  }

  private static void finishUnmatched(Finish finish, Endpoint endpoint) {
    Verdict verdict = endpoint.judge(finish.actual(finish.request.getUriInfo().getPath()));
    finish.put(verdict);
    // A source of origins is not asked again for a second response.
    finish.keep(verdict, Places.UNKNOWN);
  }

  /** One response that is being finished. */
  private record Finish(
      ContainerRequestContext request, ContainerResponseContext response, Deployment deployment) {

    ActualRequest actual(String path) {
      return Requests.actual(request, deployment, path);
    }

    /** Reports whether another layer had set fields of the protocol. */
    boolean put(Verdict verdict) {
      return HeaderFields.replace(response, verdict.headers());
    }

    void putAndLog(Verdict verdict, Places places) {
      if (put(verdict)) {
        deployment.refusals().foreignHeaders(request, places.nearest());
      }
      // Pages of the server's own origin read their responses whatever it says.
      if (verdict instanceof Verdict.Denied denied && !deployment.sameOrigin().sent(request)) {
        deployment.refusals().actual(request, response, denied.denial(), places);
      }
    }

    /** A refusal that was logged is kept: a second response to its request is no second one. */
    void keep(Verdict verdict, Places places) {
      Exchange exchange = Exchange.start(request, Incoming.WellFormed.ORDINARY);
      exchange.answer(verdict, places);
      exchange.finish();
    }
  }
}
