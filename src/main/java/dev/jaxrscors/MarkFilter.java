package dev.jaxrscors;

import dev.jaxrscors.protocol.Incoming;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * The first step on the way in: tells preflights from other requests, and marks them. A malformed
 * one is answered at once; all else goes on unchanged.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
public final class MarkFilter implements ContainerRequestFilter {

  private final Deployments deployments;

  MarkFilter(Deployments deployments) {
    this.deployments = deployments;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    deployments.serve(request);
    if (Progress.of(request) != null) {
      // Of another dispatch of the same servlet request: nothing that it found holds for this one.
      request.removeProperty(Progress.PROPERTY);
    }
    if (HttpMethod.OPTIONS.equals(request.getMethod())) {
      mark(request, deployments.on(request));
    }
  }

  /**
   * Looks again, before the match: a filter in between may have sent the request to another path,
   * and what is left alone depends on that.
   */
  static void markAgain(ContainerRequestContext request, Deployment deployment) {
    if (Exchange.of(request) == null) {
      mark(request, deployment);
    } else if (deployment.leaves(request)) {
      request.removeProperty(Progress.PROPERTY);
    }
  }

  private static void mark(ContainerRequestContext request, Deployment deployment) {
    if (!deployment.isPolicyPossible()) {
      return;
    }
    Incoming incoming = Incoming.options(Requests.origins(request), Requests.askedMethods(request));
    if (incoming == Incoming.WellFormed.ORDINARY || deployment.leaves(request)) {
      return;
    }
    Exchange exchange = Exchange.start(request, incoming);
    if (incoming instanceof Incoming.Malformed malformed) {
      exchange.answer(malformed.verdict(), Places.UNKNOWN);
      request.abortWith(Answers.preflight(malformed.verdict(), deployment.setup()));
    }
  }
}
