package dev.jaxrscors;

import dev.jaxrscors.protocol.ActualRequest;
import dev.jaxrscors.protocol.Endpoint;
import dev.jaxrscors.protocol.Incoming;
import dev.jaxrscors.protocol.ResponseHeaders;
import dev.jaxrscors.protocol.Vary;
import dev.jaxrscors.protocol.Verdict;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
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

  private final HeaderFields fields;
  private final Deployments deployments;

  FinishFilter(Deployments deployments) {
    this(deployments, new WriterGuard());
  }

  FinishFilter(Deployments deployments, WriterGuard guard) {
    this.deployments = deployments;
    this.fields = new HeaderFields(guard);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Deployment deployment = deployments.on(request);
    Finish finish = new Finish(request, response, deployment, fields);
    Progress progress = Progress.of(request);
    if (progress instanceof Exchange exchange && exchange.isPreflight()) {
      finishPreflight(finish, exchange);
    } else {
      finishActual(finish, progress);
    }
  }

  private static void finishPreflight(Finish finish, Exchange exchange) {
    Verdict verdict = exchange.verdict();
    boolean first = exchange.finish();
    if (verdict != null) {
      finish.put(verdict.headers());
    } else if (exchange.isAnswered() && !Matched.isOfRuntime(finish.request)) {
      finish.leave();
    } else {
      finish.leaveToPreflights();
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
      finish.put(ResponseHeaders.nothing(Vary.ORIGIN));
    } else if (governance == null && finish.deployment.forUnmatched() != null) {
      finishUnmatched(finish, finish.deployment.forUnmatched());
    } else {
      finishUngoverned(finish, governance);
    }
  }

  private static void finishUngoverned(Finish finish, @Nullable Governance governance) {
    if (governance == null && finish.deployment.isPolicyPossible()) {
      finish
          .deployment
          .unreadable()
          .log(finish.request, finish.response, finish.deployment.sameOrigin());
    }
    if (finish.isOptions() && !isOfApplication(governance, finish.request)) {
      finish.leaveToPreflights();
    } else {
      finish.leave();
    }
  }

  /**
   * Reports whether a resource of the application was matched, and so is known to be ungoverned.
   */
  private static boolean isOfApplication(
      @Nullable Governance governance, ContainerRequestContext request) {
    return governance != null && !Matched.isOfRuntime(request);
  }

  private static void finishJudged(Finish finish, Exchange exchange, Verdict verdict) {
    if (exchange.finish()) {
      finish.putAndLog(verdict, exchange.places());
    } else {
      finish.put(verdict.headers());
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
    // A source of origins is not asked again for a second response, not even when it throws what
    // nobody may catch.
    Exchange exchange = finish.keep(Verdict.Denied.UNJUDGED, Places.UNKNOWN);
    Verdict verdict = endpoint.judge(finish.actual(Target.UNMATCHED));
    exchange.answer(verdict, Places.UNKNOWN);
    finish.put(verdict.headers());
  }

  /** One response that is being finished. */
  private record Finish(
      ContainerRequestContext request,
      ContainerResponseContext response,
      Deployment deployment,
      HeaderFields fields) {

    ActualRequest actual(String path) {
      return Requests.actual(request, deployment, path);
    }

    /** Makes the fields of the protocol exactly these. */
    HeaderFields.Met put(ResponseHeaders headers) {
      return fields.replace(
          request, response, isOptions() ? headers.varyingBy(Vary.PREFLIGHT) : headers);
    }

    /** Leaves the response to the application. */
    void leave() {
      note(fields.vary(request, response, Vary.NOTHING), "");
    }

    /**
     * Leaves it to whoever has made it; but a preflight to the same URL may be granted, so a cache
     * that keeps answers to {@code OPTIONS} must not keep this one for all.
     */
    void leaveToPreflights() {
      Vary vary = deployment.isPolicyPossible() ? Vary.PREFLIGHT : Vary.NOTHING;
      note(fields.vary(request, response, vary), "");
    }

    boolean isOptions() {
      return HttpMethod.OPTIONS.equals(request.getMethod());
    }

    void putAndLog(Verdict verdict, Places places) {
      note(put(verdict.headers()), places.nearest());
      // Pages of the server's own origin read their responses whatever it says.
      if (verdict instanceof Verdict.Denied denied && !deployment.sameOrigin().sent(request)) {
        deployment.refusals().actual(request, response, denied.denial(), places);
      } else if (verdict instanceof Verdict.Granted) {
        deployment.refusals().shared(request, places);
      }
    }

    private void note(HeaderFields.Met met, String place) {
      switch (met) {
        case NOTHING -> {}
        case FOREIGN -> deployment.refusals().foreignHeaders(request, place);
        case SHARED -> deployment.refusals().sharedResponse(request, place);
      }
    }

    /** A refusal that was logged is kept: a second response to its request is no second one. */
    Exchange keep(Verdict verdict, Places places) {
      Exchange exchange = Exchange.start(request, Incoming.WellFormed.ORDINARY);
      exchange.answer(verdict, places);
      exchange.finish();
      return exchange;
    }
  }
}
