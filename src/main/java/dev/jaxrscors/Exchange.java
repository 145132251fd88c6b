package dev.jaxrscors;

import dev.jaxrscors.protocol.Incoming;
import dev.jaxrscors.protocol.Verdict;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** What one request has met so far on its way through the filters. */
final class Exchange implements Progress {

  private final Incoming incoming;
  private boolean delegated;
  private boolean answered;
  private boolean finished;
  private @Nullable Verdict verdict;
  private Places places = Places.UNKNOWN;

  private Exchange(Incoming incoming) {
    this.incoming = incoming;
  }

  /** Starts an exchange, and attaches it to the request. */
  static Exchange start(ContainerRequestContext request, Incoming incoming) {
    Exchange exchange = new Exchange(incoming);
    exchange.keepAt(request);
    return exchange;
  }

  /** Returns the exchange of a request, or null if it has none. */
  static @Nullable Exchange of(ContainerRequestContext request) {
    return Progress.of(request) instanceof Exchange exchange ? exchange : null;
  }

  Incoming incoming() {
    return incoming;
  }

  boolean isPreflight() {
    return incoming != Incoming.WellFormed.ORDINARY;
  }

  void delegate() {
    delegated = true;
  }

  boolean isDelegated() {
    return delegated;
  }

  /** Keeps the answer of the target: a verdict, or none when the target is not governed. */
  void answer(@Nullable Verdict verdict, Places places) {
    this.answered = true;
    this.verdict = verdict;
    this.places = places;
  }

  boolean isAnswered() {
    return answered;
  }

  @Nullable Verdict verdict() {
    return verdict;
  }

  Places places() {
    return places;
  }

  /** Reports whether this is the first response of the exchange; a writer may fail after it. */
  boolean finish() {
    boolean first = !finished;
    finished = true;
    return first;
  }
}
