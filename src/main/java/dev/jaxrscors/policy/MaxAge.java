package dev.jaxrscors.policy;

import dev.jaxrscors.CorsPolicy;
import java.util.function.Consumer;

/**
 * How many seconds a browser may keep the answer to a preflight.
 *
 * <p>It is immutable.
 *
 * @param seconds 0 to {@value #LARGEST}, or {@link CorsPolicy#BROWSER_DEFAULT} for the browser's
 *     own default: 5 seconds
 * @see <a href="https://fetch.spec.whatwg.org/#http-access-control-max-age">Fetch,
 *     Access-Control-Max-Age</a>
 */
public record MaxAge(int seconds) {

  /** The longest that any browser honours: a day. */
  public static final int LARGEST = 86_400;

  /** Every browser honours all of it, and a change of policy takes hold within ten minutes. */
  static final MaxAge TEN_MINUTES = new MaxAge(600);

  /** Returns the maximum age; a number out of range goes to {@code problems}. */
  static MaxAge parse(int seconds, Consumer<? super PolicyProblem> problems) {
    if (seconds < CorsPolicy.BROWSER_DEFAULT || seconds > LARGEST) {
      problems.accept(PolicyProblem.maxAgeOutOfRange(seconds));
    }
    return new MaxAge(seconds);
  }

  /** {@return the value of the header field; empty when none is sent} */
  public String fieldValue() {
    return seconds == CorsPolicy.BROWSER_DEFAULT ? "" : Integer.toString(seconds);
  }
}
