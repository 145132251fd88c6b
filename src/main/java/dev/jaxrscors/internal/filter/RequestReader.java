package dev.jaxrscors.internal.filter;

import java.util.List;

/**
 * Reads what a request says, whichever door it came through.
 *
 * @param <R> how that door sees requests
 */
interface RequestReader<R> {

  /** Returns the request method. */
  String method(R request);

  /** Returns the lines of a header field, as they came; none if it is absent. */
  List<String> lines(R request, String name);

  /** Returns the path that was requested, from the root of the server, as it came. */
  String path(R request);

  /** Returns the scheme of the URL that was requested; empty if it is not known. */
  String scheme(R request);

  /** Returns the host and port of that URL, as the server knows them; empty if it does not. */
  String authority(R request);

  /** Reports whether it is a preflight. */
  boolean isPreflight(R request);

  /** Returns the lines of {@code Origin}: none when the request is not a CORS request. */
  default List<String> origins(R request) {
    return lines(request, Requests.ORIGIN);
  }

  /**
   * Reports whether a script may wait for the response. Browsers say of images, forms and links
   * that none does; what does not say may be anything.
   *
   * @see <a href="https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-mode-header">Fetch
   *     Metadata, Sec-Fetch-Mode</a>
   */
  default boolean isOfScript(R request) {
    List<String> mode = lines(request, "sec-fetch-mode");
    return mode.size() != 1 || !(mode.get(0).equals("no-cors") || mode.get(0).equals("navigate"));
  }
}
