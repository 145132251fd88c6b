package dev.jaxrscors.internal.protocol;

import dev.jaxrscors.event.Reason;

/**
 * Why a request is refused: for the log, never for the client.
 *
 * @param subject what was refused, if it is not plain from the request: a header name, an error;
 *     else empty
 */
public record Denial(Reason reason, String subject) {

  /** {@return a denial that the request alone explains} */
  public static Denial of(Reason reason) {
    return new Denial(reason, "");
  }
}
