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
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
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
  @Context private ResourceInfo resourceInfo;

  @SuppressWarnings("NullAway.Init")
  FinishFilter(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Deployment deployment = deployments.on(request);
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.isPreflight()) {
      finishPreflight(new Finish(request, response, deployment), exchange);
    } else {
      finishActual(new Finish(request, response, deployment), exchange);
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

  private void finishActual(Finish finish, @Nullable Exchange exchange) {
    if (exchange != null && exchange.verdict() != null) {
      finish.put(exchange.verdict(), exchange.places(), exchange.finish());
      return;
    }
    Governance governance = Matched.governance(finish.request, resourceInfo, finish.deployment);
    if (governance instanceof Governance.Governed governed) {
      Verdict verdict = AnswerFilter.judge(finish.request, finish.deployment, governed);
      finish.put(verdict, governed.places(), true);
      if (verdict instanceof Verdict.Denied) {
        keep(finish.request, verdict, governed.places());
      }
    } else if (governance instanceof Governance.Broken) {
      HeaderFields.replace(finish.response, ResponseHeaders.nothing(Vary.ORIGIN));
    } else if (governance == null && finish.deployment.forUnmatched() != null) {
      Verdict verdict = unmatched(finish, finish.deployment.forUnmatched());
      finish.put(verdict, Places.UNKNOWN, false);
      // Nor is a source of origins asked again for it.
      keep(finish.request, verdict, Places.UNKNOWN);
    }
  }

  /** A refusal that was logged is kept: a second response to its request is no second one. */
  private static void keep(ContainerRequestContext request, Verdict verdict, Places places) {
    Exchange exchange = Exchange.start(request, Incoming.Ordinary.REQUEST);
    exchange.answer(verdict, places);
    exchange.finish();
  }

  private static Verdict unmatched(Finish finish, Endpoint endpoint) {
    ContainerRequestContext request = finish.request;
    return endpoint.judge(
        new ActualRequest(
            MarkFilter.lines(request, "Origin"),
            request.getMethod(),
            () -> finish.deployment.target(request, request.getUriInfo().getPath())));
  }

  /** One response that is being finished. */
  private record Finish(
      ContainerRequestContext request, ContainerResponseContext response, Deployment deployment) {

    void put(Verdict verdict, Places places, boolean logged) {
      boolean foreign = HeaderFields.replace(response, verdict.headers());
      if (logged && foreign) {
        deployment.refusals().foreignHeaders(request, places.nearest());
      }
      if (logged && verdict instanceof Verdict.Denied denied) {
        deployment.refusals().actual(request, response, denied.denial(), places);
      }
    }
  }
}
