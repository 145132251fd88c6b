package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.Incoming;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** How far one request has come through the filters: the library's only property of a request. */
final class Exchange {

  static final String PROPERTY = "dev.jaxrscors.exchange";

  /** The steps, in their order; some requests skip some. */
  enum Stage {
    /** It is known to be a preflight, or not to be one. */
    MARKED,
    /** It is matched as the request that it announces. */
    DELEGATED,
    /** It is known who decides about it. */
    MATCHED,
    /** That has decided. */
    JUDGED,
    /** Its response has its header fields, and its line in the log; a writer may fail after it. */
    FINISHED
  }

  private final ServedHost host;
  private final Incoming incoming;
  private Stage stage = Stage.MARKED;
  private AppliedPolicy applied = AppliedPolicy.Ungoverned.UNMATCHED;
  private Verdict verdict = Verdict.NotGoverned.UNMATCHED;

  private Exchange(ServedHost host, Incoming incoming) {
    this.host = host;
    this.incoming = incoming;
  }

  /** Starts an exchange, and attaches it to the request. */
  static Exchange start(ContainerRequestContext request, ServedHost host, Incoming incoming) {
    Exchange exchange = new Exchange(host, incoming);
    request.setProperty(PROPERTY, exchange);
    return exchange;
  }

  /** Starts the exchange of a matched request that is no preflight. */
  static Exchange start(ContainerRequestContext request, ServedHost host, AppliedPolicy applied) {
    Exchange exchange = start(request, host, Incoming.WellFormed.ORDINARY);
    exchange.match(applied);
    return exchange;
  }

  /** Returns the exchange of a request, or null if it has none. */
  static @Nullable Exchange of(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof Exchange exchange ? exchange : null;
  }

  /** Forgets the exchange of a request, if it has one. */
  static void end(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) != null) {
      request.removeProperty(PROPERTY);
    }
  }

  ServedHost host() {
    return host;
  }

  Incoming incoming() {
    return incoming;
  }

  boolean isPreflight() {
    return incoming != Incoming.WellFormed.ORDINARY;
  }

  Stage stage() {
    return stage;
  }

  void delegate() {
    stage = Stage.DELEGATED;
  }

  void match(AppliedPolicy applied) {
    this.stage = Stage.MATCHED;
    this.applied = applied;
  }

  AppliedPolicy applied() {
    return applied;
  }

  void judge(Verdict verdict) {
    this.stage = Stage.JUDGED;
    this.verdict = verdict;
  }

  Verdict verdict() {
    return verdict;
  }

  void finish() {
    stage = Stage.FINISHED;
  }
}
