package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.event.Reason;

/** What is decided on one request: the header fields of its response, and why. */
public sealed interface Verdict {

  /** {@return the header fields of the response} */
  ResponseHeaders headers();

  /** The origin may read the response, or send the request that its preflight announces. */
  record Granted(ResponseHeaders headers) implements Verdict {}

  /**
   * The origin may not.
   *
   * @param headers the header fields of the response, which do not grant the request
   * @param refuser who makes sure of it
   */
  record Denied(Denial denial, ResponseHeaders headers, Refuser refuser) implements Verdict {

    private static final ResponseHeaders OF_PREFLIGHT = ResponseHeaders.nothing(Vary.PREFLIGHT);

    /** The verdict on an actual request for as long as it is not judged: nothing is granted. */
    public static final Denied UNJUDGED =
        new Denied(Denial.of(Reason.SOURCE_FAILED), ResponseHeaders.nothing(Vary.ORIGIN));

    /** Creates a refusal by the server. */
    public Denied(Denial denial, ResponseHeaders headers) {
      this(denial, headers, Refuser.SERVER);
    }

    /** {@return the refusal of a preflight, with headers that show nothing of a policy} */
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
    /** The server: its response grants nothing, and shows nothing of the policy. */
    SERVER,
    /**
     * The browser: the response to a preflight lists what an allowed origin may send. The browser's
     * console then names the method or header that is too much; without the list it would blame the
     * origin.
     */
    BROWSER
  }

  /**
   * No request of CORS, without {@code Origin}; but caches must know what the response varies by.
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
