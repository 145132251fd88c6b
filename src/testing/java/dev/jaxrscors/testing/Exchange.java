package dev.jaxrscors.testing;

import java.net.URI;

/**
 * One step of a fetch, as a browser's network panel shows it: all that went over the wire. Each is
 * immutable.
 */
public sealed interface Exchange {

  /** {@return where the request goes} */
  URI uri();

  /**
   * A preflight that was sent and answered, whatever the answer.
   *
   * <p>It is immutable.
   *
   * @param uri where it went
   * @param request its header fields
   * @param status the status of its answer
   * @param response the header fields of its answer
   */
  record SentPreflight(URI uri, Headers request, int status, Headers response) implements Exchange {
    /**
     * Returns this preflight, as a message for a person.
     *
     * @return one line
     */
    @Override
    public String toString() {
      return "OPTIONS " + uri + " [" + request + "] -> " + status + " [" + response + "]";
    }
  }

  /**
   * A preflight that was not sent, because an earlier one has been answered and is still in the
   * cache.
   *
   * <p>It is immutable.
   *
   * @param uri where it would have gone
   */
  record CachedPreflight(URI uri) implements Exchange {
    /**
     * Returns this preflight, as a message for a person.
     *
     * @return one line
     */
    @Override
    public String toString() {
      return "OPTIONS " + uri + " -> from the preflight cache";
    }
  }

  /**
   * A request that is no preflight, and was answered.
   *
   * <p>It is immutable.
   *
   * @param method its method
   * @param uri where it went
   * @param request its header fields
   * @param status the status of its response
   * @param response the header fields of its response, those hidden from the page too
   */
  record SentRequest(String method, URI uri, Headers request, int status, Headers response)
      implements Exchange {
    /**
     * Returns this exchange, as a message for a person.
     *
     * @return one line
     */
    @Override
    public String toString() {
      return method + " " + uri + " [" + request + "] -> " + status + " [" + response + "]";
    }
  }
}
