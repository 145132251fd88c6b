package dev.jaxrscors.internal.protocol;

/**
 * Why a request is refused: for the log, never for the client.
 *
 * @param subject what was refused, if it is not plain from the request: a header name, an error;
 *     else empty
 */
public record Denial(Reason reason, String subject) {

  /** The kinds of refusals. */
  public enum Reason {
    /** The Origin is not what a browser serialises, is over-long, or stands there several times. */
    MALFORMED_ORIGIN("its Origin is malformed"),
    /** The requested method is no method, is forbidden, or stands there several times. */
    MALFORMED_METHOD("the method it asks for is ill-formed or forbidden"),
    /** The origin is not allowed. */
    ORIGIN_NOT_ALLOWED("its origin is not allowed"),
    /** The method is not in the policy's list. */
    METHOD_NOT_ALLOWED("its method is not allowed"),
    /** The runtime matched a method with another verb than the requested one. */
    METHOD_NOT_MATCHED("no resource method has exactly the method it asks for"),
    /** The list of request headers is longer than any browser's. */
    HEADERS_TOO_LONG("it asks for too many headers"),
    /** The list of request headers is ill-formed. */
    HEADERS_MALFORMED("its list of headers is ill-formed"),
    /** A request header is not allowed. */
    HEADER_NOT_ALLOWED("a header it asks for is not allowed"),
    /** The code that decides on origins failed. */
    SOURCE_FAILED("the origin source failed"),
    /** The policy is wrong, or could not be found out. */
    NO_VALID_POLICY("the policy of the resource is not valid");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** {@return the reason as a clause whose subject is the request} */
    public String text() {
      return text;
    }
  }

  /** {@return a denial that the request alone explains} */
  public static Denial of(Reason reason) {
    return new Denial(reason, "");
  }
}
