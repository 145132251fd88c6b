package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.event.Reason;

/** What is decided on one request: the header fields of its response, and why. */
public sealed interface Verdict {

  /** {@return the header fields of the response} */
  ResponseHeaders headers();

  /** {@return the same verdict, on a response that varies by something else as well} */
  Verdict alsoVaryingBy(Vary vary);

  /** {@return the verdict where the application takes back what this one grants} */
  default Verdict withheld() {
    return this;
  }

  /** The origin may read the response, or send the request that its preflight announces. */
  record Granted(ResponseHeaders headers) implements Verdict {

    @Override
    public Denied withheld() {
      return new Denied(
          Denial.of(Reason.WITHHELD_BY_APPLICATION), ResponseHeaders.nothing(headers.vary()));
    }

    @Override
    public Granted alsoVaryingBy(Vary vary) {
      return new Granted(headers.alsoVaryingBy(vary));
    }
  }

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

    @Override
    public Denied alsoVaryingBy(Vary vary) {
      return new Denied(denial, headers.alsoVaryingBy(vary), refuser);
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
  record NotAsked(ResponseHeaders headers) implements Verdict {

    @Override
    public NotAsked withheld() {
      return new NotAsked(ResponseHeaders.nothing(headers.vary()));
    }

    @Override
    public NotAsked alsoVaryingBy(Vary vary) {
      return new NotAsked(headers.alsoVaryingBy(vary));
    }
  }

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

    @Override
    public NotGoverned alsoVaryingBy(Vary vary) {
      return this;
    }
  }
}
