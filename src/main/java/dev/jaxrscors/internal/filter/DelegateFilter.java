package dev.jaxrscors.internal.filter;

import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.Incoming;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The last step before matching: lets the runtime match a preflight as the request that it
 * announces, so that there is no second idea of which path leads where.
 *
 * <p>It comes last so that filters which exempt {@code OPTIONS} still see {@code OPTIONS}. Where
 * {@link AnswerFilter} is missing it does nothing: the resource method must never run.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@PreMatching
@Priority(Integer.MAX_VALUE)
public final class DelegateFilter implements ContainerRequestFilter {

  private final ServedApplication application;
  // Whether there is a filter that answers what this one delegates.
  private final BooleanSupplier isAnswered;

  DelegateFilter(ServedApplication application, BooleanSupplier isAnswered) {
    this.application = application;
    this.isAnswered = isAnswered;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!HttpMethod.OPTIONS.equals(request.getMethod())) {
      return;
    }
    Exchange marked = Exchange.of(request);
    ServedHost host = marked == null ? application.on(request) : marked.host();
    if (!host.deployment().ownOptions().isEmpty()) {
      MarkFilter.markAgain(request, host);
    }
    Exchange exchange = Exchange.of(request);
    if (exchange != null && exchange.incoming() == Incoming.WellFormed.PREFLIGHT) {
      delegate(request, exchange);
    }
  }

  private void delegate(ContainerRequestContext request, Exchange exchange) {
    // Read once more: a filter in between may have changed what was marked.
    List<String> asked = Requests.askedMethods(request);
    if (asked.size() != 1 || !RequestMethod.isAskable(asked.get(0)) || !isAnswered.getAsBoolean()) {
      return;
    }
    exchange.delegate();
    request.setMethod(asked.get(0));
    // What the preflight itself carries says nothing of the request to come: without these, a
    // method that consumes or produces one media type would not be matched.
    replace(request.getHeaders(), HttpHeaders.ACCEPT);
    replace(request.getHeaders(), HttpHeaders.CONTENT_TYPE);
  }

  /** A new list: the old one may be the server's own, which {@code putSingle} cannot edit. */
  private static void replace(MultivaluedMap<String, String> headers, String name) {
    headers.put(name, new ArrayList<>(List.of(MediaType.WILDCARD)));
  }
}
