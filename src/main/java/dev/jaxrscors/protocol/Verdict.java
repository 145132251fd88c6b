package dev.jaxrscors.protocol;

/** What is decided on one request: the header fields of its response, and why. */
public sealed interface Verdict {

  /** {@return the header fields of the response} */
  ResponseHeaders headers();

  /**
   * The origin may read the response, or send the request that its preflight announces.
   *
   * @param headers the header fields of the response
   */
  record Granted(ResponseHeaders headers) implements Verdict {}

  /**
   * The origin may not.
   *
   * @param denial why
   * @param headers the header fields of the response, which grant nothing to the origin
   */
  record Denied(Denial denial, ResponseHeaders headers) implements Verdict {

    private static final ResponseHeaders OF_PREFLIGHT = ResponseHeaders.nothing(Vary.PREFLIGHT);

    /**
     * {@return the refusal of a preflight}
     *
     * @param denial why
     */
    public static Denied preflight(Denial denial) {
      return new Denied(denial, OF_PREFLIGHT);
    }
  }

  /**
   * The request has no {@code Origin}: nobody asks, but caches must know what the response depends
   * on.
   *
   * @param headers the header fields of the response
   */
  record NotAsked(ResponseHeaders headers) implements Verdict {}
}
