package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.protocol.ResponseHeaders;
import dev.jaxrscors.internal.protocol.Vary;
import dev.jaxrscors.internal.protocol.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * One request that has come through the servlet door: who decides about it, and what. It stays with
 * the request through forwards, and asynchronous and error dispatches.
 */
final class DoorExchange implements Passage {

  private final HttpServletRequest request;
  private final DoorHost host;
  private final AppliedPolicy.Governed door;
  private final boolean preflight;
  private @Nullable Verdict verdict;
  private @Nullable ResponseHeaders decided;
  private @Nullable DoorResponse response;
  private boolean entered;
  private boolean left;

  private DoorExchange(
      HttpServletRequest request, DoorHost host, AppliedPolicy.Governed door, boolean preflight) {
    this.request = request;
    this.host = host;
    this.door = door;
    this.preflight = preflight;
  }

  static DoorExchange actual(
      HttpServletRequest request, DoorHost host, AppliedPolicy.Governed door) {
    return new DoorExchange(request, host, door, false);
  }

  static DoorExchange preflight(
      HttpServletRequest request, DoorHost host, AppliedPolicy.Governed door) {
    return new DoorExchange(request, host, door, true);
  }

  /** Attaches this to the request, for whoever is behind the door. */
  void attach() {
    request.setAttribute(ATTRIBUTE, this);
  }

  static @Nullable DoorExchange of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof DoorExchange exchange ? exchange : null;
  }

  @Override
  public boolean isPreflight() {
    return preflight;
  }

  @Override
  public void enter() {
    entered = true;
  }

  /** Reports whether the request has come to the filters of this library in Jakarta REST. */
  boolean isEntered() {
    return entered;
  }

  @Override
  public void leave() {
    left = true;
    if (!preflight && response != null) {
      response.put();
    }
  }

  /** Reports whether a resource was matched, and is left to the door. */
  boolean isLeft() {
    return left;
  }

  @Override
  public void decide(ResponseHeaders headers) {
    decided = headers;
    if (response != null) {
      response.decided();
    }
  }

  /** Reports whether a policy of Jakarta REST has decided. */
  boolean isDecided() {
    return decided != null;
  }

  void answerWith(DoorResponse response) {
    this.response = response;
  }

  @Override
  public boolean isRejected() {
    return verdict() instanceof Verdict.Denied
        && door.compiled().policy().rejectsRefused()
        && !host.isSameOrigin(request);
  }

  /** Returns what the policy of the door says of the request; it is asked once. */
  Verdict verdict() {
    Verdict known = verdict;
    if (known == null) {
      // A source of origins may throw an error: then, too, nothing is granted.
      verdict = Verdict.Denied.UNJUDGED;
      known = judged();
      verdict = known;
      note(known);
    }
    return known;
  }

  private Verdict judged() {
    return preflight
        ? door.compiled().judge(host.preflight(request, door))
        : door.compiled().judge(host.actual(request, door));
  }

  private void note(Verdict verdict) {
    if (preflight) {
      host.notifier().preflight(request, verdict, door);
    } else if (verdict instanceof Verdict.Granted) {
      host.notifier().shared(request, door);
    } else if (verdict instanceof Verdict.Denied denied && !host.isSameOrigin(request)) {
      host.notifier().refused(request, denied.denial(), door);
    }
  }

  /** Takes note that a preflight has not come as far as Jakarta REST. */
  void noteIntercepted(int status) {
    host.notifier().intercepted(request, status, door);
  }

  /** Takes note of fields of the protocol that are not from here. */
  void noteForeign() {
    host.refusals().foreignHeaders(request, door.provenance().nearest().name());
  }

  /** Returns the fields to be sent: what is decided nearer to the resource goes first. */
  ResponseHeaders headers() {
    if (decided != null) {
      return decided;
    }
    ResponseHeaders own = verdict().headers();
    return request.getMethod().equals("OPTIONS") ? own.alsoVaryingBy(Vary.PREFLIGHT) : own;
  }

  DoorHost host() {
    return host;
  }
}
