package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.event.Reason;
import dev.jaxrscors.fetch.Origin;
import dev.jaxrscors.fetch.RequestMethod;
import java.util.List;

/**
 * What an {@code OPTIONS} request is to the CORS protocol: a preflight, a malformed one, or an
 * ordinary request, which belongs to the application.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
 *     request</a>
 */
public sealed interface Incoming permits Incoming.WellFormed, Incoming.Malformed {

  /** {@return what a request with the method {@code OPTIONS} is} */
  static Incoming options(List<String> origins, List<String> methods) {
    if (origins.isEmpty() || methods.isEmpty()) {
      return WellFormed.ORDINARY;
    }
    // What the one line holds is for a policy to judge: to a public one it does not matter.
    if (!isReadable(origins)) {
      return Malformed.ORIGIN;
    }
    if (methods.size() > 1 || !RequestMethod.isAskable(methods.get(0))) {
      return Malformed.METHOD;
    }
    return WellFormed.PREFLIGHT;
  }

  /**
   * Reports whether {@code Origin} has one line, and no longer than an origin can be. Anything else
   * is refused unread, whatever the policy.
   */
  static boolean isReadable(List<String> origins) {
    return origins.size() == 1 && origins.get(0).length() <= Origin.MAX_LENGTH;
  }

  /** A policy can judge it, if there is one. */
  enum WellFormed implements Incoming {
    /** One asks for one method. */
    PREFLIGHT,
    /** Any request without {@code Origin} or without {@code Access-Control-Request-Method}. */
    ORDINARY
  }

  /** Looks like a preflight, but no browser sent it. */
  record Malformed(Verdict.Denied verdict) implements Incoming {
    static final Malformed ORIGIN = of(Reason.MALFORMED_ORIGIN);
    static final Malformed METHOD = of(Reason.MALFORMED_METHOD);

    private static Malformed of(Reason reason) {
      return new Malformed(Verdict.Denied.preflight(Denial.of(reason)));
    }
  }
}
