package dev.jaxrscors.internal.filter;

import dev.jaxrscors.fetch.Origin;
import java.util.List;
import java.util.Set;

/**
 * Whether a request comes from a page of the server's own origin, which is never rejected.
 *
 * <p>Browsers send {@code Origin} with such requests too, for every method but GET and HEAD. What
 * the browser itself says goes first, but it says so to trustworthy URLs only, so not over plain
 * http; and behind a proxy the server may not know its own name.
 *
 * @param listed origins that configuration names as the server's own
 * @see <a href="https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-site-header">Fetch
 *     Metadata, Sec-Fetch-Site</a>
 */
record SameOrigin(RequestHost host, Set<String> listed) {

  static final SameOrigin UNLISTED = new SameOrigin(RequestHost.REQUESTED, Set.of());

  SameOrigin {
    listed = Set.copyOf(listed);
  }

  /** Reports whether a request comes from a page of this server. */
  <R> boolean sent(R request, RequestReader<R> reader) {
    // No script can set this header.
    if (reader.lines(request, "Sec-Fetch-Site").equals(List.of("same-origin"))) {
      return true;
    }
    List<String> origins = reader.origins(request);
    return origins.size() == 1 && isOwn(origins.get(0), request, reader);
  }

  private <R> boolean isOwn(String origin, R request, RequestReader<R> reader) {
    Origin parsed = Origin.parse(origin);
    return parsed != null
        && !parsed.isOpaque()
        && (listed.contains(origin) || host.origins(request, reader).contains(origin));
  }
}
