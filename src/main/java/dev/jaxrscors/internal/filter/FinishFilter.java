package dev.jaxrscors.internal.filter;

import dev.jaxrscors.event.Reason;
import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.Denial;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

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

  private static final Verdict.Denied NO_VALID_POLICY =
      new Verdict.Denied(Denial.of(Reason.NO_VALID_POLICY), ResponseHeaders.nothing(Vary.ORIGIN));

  private final HeaderFields fields;
  private final ServedApplication application;
  private final Underneath underneath;

  FinishFilter(ServedApplication application, WriterGuard guard, Underneath underneath) {
    this.application = application;
    this.underneath = underneath;
    this.fields = new HeaderFields(guard);
  }

  /** Takes back what the response to a request grants. */
  public static void withhold(ContainerRequestContext request) {
    Withholding.mark(request);
  }

  /** Takes back what a response grants. */
  public static Response.ResponseBuilder withhold(Response.ResponseBuilder response) {
    return Withholding.mark(response);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Exchange exchange = Exchange.of(request);
    ServedHost host = exchange == null ? application.on(request) : exchange.host();
    if (host.deployment().isOff()) {
      return;
    }
    Finish finish = new Finish(request, response, host, fields, underneath);
    if (exchange == null) {
      finishActual(finish);
    } else if (exchange.stage() == Exchange.Stage.MATCHED) {
      finishActual(finish, exchange.applied());
    } else if (exchange.isPreflight()) {
      finishPreflight(finish, exchange);
    } else {
      finishJudged(finish, exchange);
    }
  }

  private static void finishPreflight(Finish finish, Exchange exchange) {
    Verdict verdict = finish.decided(exchange.verdict());
    if (verdict != exchange.verdict()) {
      // As any other that is refused.
      finish.response.setStatus(Response.Status.FORBIDDEN.getStatusCode());
      exchange.judge(verdict);
    }
    if (!(verdict instanceof Verdict.NotGoverned)) {
      finish.put(verdict.headers());
    } else if (verdict == Verdict.NotGoverned.RESOURCE && !Matched.isOfRuntime(finish.request)) {
      finish.leave();
    } else {
      finish.leaveToPreflights();
    }
    if (exchange.stage() != Exchange.Stage.FINISHED) {
      finish.host.notifier().preflight(finish.request, finish.response, exchange);
      exchange.finish();
    }
  }

  private static void finishJudged(Finish finish, Exchange exchange) {
    Verdict verdict = finish.decided(exchange.verdict());
    if (exchange.stage() == Exchange.Stage.FINISHED) {
      finish.put(verdict.headers());
    } else {
      exchange.judge(verdict);
      exchange.finish();
      finish.putAndLog(verdict, exchange.applied());
    }
  }

  /**
   * Finishes a response of which the request itself tells who decides. Nothing is injected a second
   * time: it would be dear, and a response that another thread resumes may find nothing to inject.
   */
  private void finishActual(Finish finish) {
    AppliedPolicy applied = Matched.applied(finish.request, null, finish.host);
    ServedHost current = application.on(finish.request, finish.host, applied);
    if (current == finish.host) {
      finishActual(finish, applied);
    } else {
      finishActual(finish.on(current), Matched.applied(finish.request, null, current));
    }
  }

  private static void finishActual(Finish finish, AppliedPolicy applied) {
    if (applied instanceof AppliedPolicy.Governed governed) {
      finishGoverned(finish, governed);
    } else if (applied instanceof AppliedPolicy.Broken) {
      finishBroken(finish, applied);
    } else if (applied == AppliedPolicy.Ungoverned.UNMATCHED
        && finish.host.deployment().forUnmatched() instanceof AppliedPolicy.Governed governed) {
      finishUnmatched(finish, governed);
    } else {
      finishUngoverned(finish, applied);
    }
  }

  private static void finishUngoverned(Finish finish, AppliedPolicy applied) {
    boolean isUnmatched = applied == AppliedPolicy.Ungoverned.UNMATCHED;
    if (isUnmatched) {
      finish.host.logUnreadable(finish.request, finish.response);
    }
    // Of a resource of the application it is known that it has no policy, whatever it answers.
    if (finish.isOptions() && (isUnmatched || Matched.isOfRuntime(finish.request))) {
      finish.leaveToPreflights();
    } else {
      finish.leave();
    }
  }

  private static void finishGoverned(Finish finish, AppliedPolicy.Governed governed) {
    Verdict verdict = finish.decided(finish.judge(governed));
    finish.putAndLog(verdict, governed);
    if (verdict instanceof Verdict.Denied || finish.isLookedAtLater(governed)) {
      // A second response to a request is no second refusal, and no second grant.
      Exchange exchange = finish.keep(governed);
      exchange.judge(verdict);
      exchange.finish();
    }
  }

  private static void finishBroken(Finish finish, AppliedPolicy broken) {
    if (Requests.origins(finish.request).isEmpty()) {
      finish.put(NO_VALID_POLICY.headers());
      return;
    }
    Exchange exchange = finish.keep(broken);
    exchange.judge(NO_VALID_POLICY);
    exchange.finish();
    finish.putAndLog(NO_VALID_POLICY, broken);
  }

  private static void finishUnmatched(Finish finish, AppliedPolicy.Governed governed) {
    // No second response asks a source of origins again, not even after an error of a source.
    Exchange exchange = finish.keep(governed);
    exchange.judge(Verdict.Denied.UNJUDGED);
    exchange.finish();
    Verdict verdict = finish.decided(finish.judge(governed));
    exchange.judge(verdict);
    exchange.finish();
    finish.put(verdict.headers());
  }

  /** One response that is being finished. */
  private record Finish(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ServedHost host,
      HeaderFields fields,
      Underneath underneath) {

    Finish on(ServedHost other) {
      return new Finish(request, response, other, fields, underneath);
    }

    Verdict judge(AppliedPolicy.Governed governed) {
      return governed.compiled().judge(Requests.actual(request, host, governed.path()));
    }

    /** Returns the verdict that is left of one, after what the application says. */
    Verdict decided(Verdict verdict) {
      return Withholding.isMarked(request, response) ? verdict.withheld() : verdict;
    }

    /** Reports whether somebody may ask for what was granted, once the response is sent. */
    boolean isLookedAtLater(AppliedPolicy.Governed governed) {
      return host.notifier().isHeard()
          || governed.outlivesMethod()
          || Withholding.isUsed()
          || response.getEntity() instanceof StreamingOutput;
    }

    /** Makes the fields of the protocol exactly these. */
    HeaderFields.Conflict put(ResponseHeaders headers) {
      ResponseHeaders put = isOptions() ? headers.alsoVaryingBy(Vary.PREFLIGHT) : headers;
      Passage passage = DoorFinder.passage(request);
      if (passage != null) {
        passage.decide(put);
      }
      return fields.replace(request, response, put);
    }

    /** Leaves the response to the application. */
    void leave() {
      note(fields.vary(request, response, Vary.NOTHING), "");
    }

    /**
     * Leaves it to the layer that made it; but a preflight to the same URL may be granted, so a
     * cache for answers to {@code OPTIONS} must not hand this one to all.
     */
    void leaveToPreflights() {
      Vary vary = host.deployment().isPolicyPossible() ? Vary.PREFLIGHT : Vary.NOTHING;
      note(fields.vary(request, response, vary), "");
    }

    boolean isOptions() {
      return HttpMethod.OPTIONS.equals(request.getMethod());
    }

    void putAndLog(Verdict verdict, AppliedPolicy applied) {
      String place = applied.provenance().nearest().name();
      if (!(verdict instanceof Verdict.NotAsked) && underneath.isForeign(request)) {
        host.refusals().fieldsUnderneath(request, place);
      }
      note(put(verdict.headers()), place);
      // Pages of the server's own origin read their responses whatever it says.
      if (verdict instanceof Verdict.Denied denied && !host.isSameOrigin(request)) {
        host.notifier().refused(request, denied.denial(), applied);
      } else if (verdict instanceof Verdict.Granted) {
        host.notifier().shared(request, applied);
      }
    }

    private void note(HeaderFields.Conflict conflict, String place) {
      switch (conflict) {
        case NONE -> {}
        case FOREIGN -> host.refusals().foreignHeaders(request, place);
        case SHARED -> host.refusals().sharedResponse(request, place);
      }
    }

    Exchange keep(AppliedPolicy applied) {
      return Exchange.start(request, host, applied);
    }
  }
}
