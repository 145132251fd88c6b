package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * The first step on the way in: finds the preflights among the requests, and marks them. A
 * malformed one is answered at once; all else goes on unchanged.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
public final class MarkFilter implements ContainerRequestFilter {

  private final ServedApplication application;

  MarkFilter(ServedApplication application) {
    this.application = application;
  }

  public static boolean isPreflight(ContainerRequestContext request) {
    Exchange exchange = Exchange.of(request);
    return exchange != null && exchange.isPreflight();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    application.serve(request);
    // Of another dispatch of the same servlet request: nothing that it found holds for this one.
    Exchange.end(request);
    Passage passage = DoorFinder.passage(request);
    if (passage != null) {
      passage.enter();
    }
    if (passage != null && passage.isPreflight()) {
      markBehindDoor(request);
    } else if (HttpMethod.OPTIONS.equals(request.getMethod())) {
      mark(request, application.on(request));
    }
  }

  /** The door counts on it that no resource method runs, whether there are policies or not. */
  private void markBehindDoor(ContainerRequestContext request) {
    request.setMethod(HttpMethod.OPTIONS);
    Exchange.start(request, application.on(request), Incoming.WellFormed.PREFLIGHT);
  }

  /**
   * Looks again, before the match: a filter in between may have sent the request to another path,
   * and what is left alone depends on that.
   */
  static void markAgain(ContainerRequestContext request, ServedHost host) {
    if (Exchange.of(request) == null) {
      mark(request, host);
    } else if (host.leaves(request) && DoorFinder.passage(request) == null) {
      Exchange.end(request);
    }
  }

  private static void mark(ContainerRequestContext request, ServedHost host) {
    if (!host.deployment().isPolicyPossible()) {
      return;
    }
    Incoming incoming = Incoming.options(Requests.origins(request), Requests.askedMethods(request));
    if (incoming == Incoming.WellFormed.ORDINARY || host.leaves(request)) {
      return;
    }
    Exchange exchange = Exchange.start(request, host, incoming);
    if (incoming instanceof Incoming.Malformed malformed) {
      exchange.judge(malformed.verdict());
      request.abortWith(Answers.preflight(malformed.verdict(), host.deployment().setup()));
    }
  }
}
