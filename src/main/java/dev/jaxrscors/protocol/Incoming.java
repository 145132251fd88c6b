package dev.jaxrscors.protocol;

import dev.jaxrscors.fetch.HeaderList;
import dev.jaxrscors.fetch.Method;
import dev.jaxrscors.fetch.Origin;
import java.util.List;

/**
 * What an {@code OPTIONS} request is to the CORS protocol: a preflight, a malformed one, or an
 * ordinary request, which belongs to the application.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-preflight-request">Fetch, CORS-preflight
 *     request</a>
 */
public sealed interface Incoming permits Preflight, Incoming.Malformed, Incoming.Ordinary {

  /**
   * {@return what a request with the method {@code OPTIONS} is}
   *
   * @param origins the lines of {@code Origin}
   * @param methods the lines of {@code Access-Control-Request-Method}
   * @param headers the lines of {@code Access-Control-Request-Headers}
   */
  static Incoming options(List<String> origins, List<String> methods, List<String> headers) {
    if (origins.isEmpty() || methods.isEmpty()) {
      return Ordinary.REQUEST;
    }
    Origin origin = origins.size() == 1 ? Origin.parse(origins.get(0)) : null;
    if (origin == null) {
      return Malformed.ORIGIN;
    }
    Method method = methods.size() == 1 ? Method.parse(methods.get(0)) : null;
    if (method == null || method.isForbidden()) {
      return Malformed.METHOD;
    }
    return new Preflight(origin, method, HeaderList.of(headers));
  }

  /**
   * Looks like a preflight, but no browser sent it.
   *
   * @param verdict the refusal
   */
  record Malformed(Verdict.Denied verdict) implements Incoming {
    static final Malformed ORIGIN = of(Denial.Reason.MALFORMED_ORIGIN);
    static final Malformed METHOD = of(Denial.Reason.MALFORMED_METHOD);

    private static Malformed of(Denial.Reason reason) {
      return new Malformed(Verdict.Denied.preflight(Denial.of(reason)));
    }
  }

  /** Not a preflight. */
  enum Ordinary implements Incoming {
    /** Any request without {@code Origin} or without {@code Access-Control-Request-Method}. */
    REQUEST
  }
}
