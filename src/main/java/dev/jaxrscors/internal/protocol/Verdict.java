package dev.jaxrscors.internal.protocol;

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
   * @param headers the header fields of the response, which grant nothing that was asked for
   * @param refuser who makes sure of it
   */
  record Denied(Denial denial, ResponseHeaders headers, Refuser refuser) implements Verdict {

    private static final ResponseHeaders OF_PREFLIGHT = ResponseHeaders.nothing(Vary.PREFLIGHT);

    /** The verdict on an actual request for as long as it is not judged: nothing is granted. */
    public static final Denied UNJUDGED =
        new Denied(Denial.of(Denial.Reason.SOURCE_FAILED), ResponseHeaders.nothing(Vary.ORIGIN));

    /**
     * Creates a refusal by the server.
     *
     * @param headers the header fields of the response, which grant nothing to the origin
     */
    public Denied(Denial denial, ResponseHeaders headers) {
      this(denial, headers, Refuser.SERVER);
    }

    /** {@return the refusal of a preflight that is told nothing} */
    public static Denied preflight(Denial denial) {
      return new Denied(denial, OF_PREFLIGHT);
    }

    /** Reports whether the response is that of a granted preflight, and the browser refuses. */
    public boolean isLeftToBrowser() {
      return refuser == Refuser.BROWSER;
    }
  }

  /** Who makes sure that what is denied does not happen. */
  enum Refuser {
    /** The server: its response grants nothing to the origin, and tells it nothing. */
    SERVER,
    /**
     * The browser: the response to a preflight says what an allowed origin may send, which is not
     * what it asks for. The developer then reads in the browser's console which method or header is
     * too much, where of an answer that says nothing it tells that the origin is not allowed.
     */
    BROWSER
  }

  /**
   * The request has no {@code Origin}: nobody asks, but caches must know what the response depends
   * on.
   *
   * @param headers the header fields of the response
   */
  record NotAsked(ResponseHeaders headers) implements Verdict {}

  /** Nobody's policy has a say: the response is left to the application. */
  enum NotGoverned implements Verdict {
    /** A resource method was matched, and has no policy. */
    RESOURCE,
    /** None was matched, so far. */
    UNMATCHED;

    @Override
    public ResponseHeaders headers() {
      return ResponseHeaders.nothing(Vary.NOTHING);
    }
  }
}
