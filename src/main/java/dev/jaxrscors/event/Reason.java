package dev.jaxrscors.event;

/**
 * Why a page is refused: for logs and metrics, never for the client. The names are stable, and good
 * for tags; there may be more of them one day.
 */
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
  NO_VALID_POLICY("the policy of the resource is not valid"),
  /** A preflight asks about a path or a method that the application does not have. */
  NO_SUCH_RESOURCE("the application has no such resource"),
  /** A filter, a locator or the container answered a preflight before a resource was matched. */
  ANSWERED_BEFORE_MATCH("it was answered before a resource was matched"),
  /** The application took back what its policy grants, by {@code CorsRequest.withhold}. */
  WITHHELD_BY_APPLICATION("it is withheld by the application");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** {@return the reason as a clause whose subject is the request, in the words of the log} */
  public String text() {
    return text;
  }
}
