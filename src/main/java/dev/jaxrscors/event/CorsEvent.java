package dev.jaxrscors.event;

import java.util.List;

/**
 * Something that a {@link CorsListener} hears of. Where there is CDI, each one is fired as an event
 * of CDI as well:
 *
 * <pre>{@code
 * void note(@Observes CorsEvent.Refused refused) {
 *   audit.add(refused.request().policy() + ": " + refused.reason());
 * }
 * }</pre>
 *
 * <p>Each is immutable.
 */
public sealed interface CorsEvent {

  /**
   * A preflight was granted, or a page of another origin may read a response.
   *
   * <p>It is immutable.
   *
   * @param request the request
   */
  record Granted(JudgedRequest request) implements CorsEvent {}

  /**
   * A preflight was refused, whoever answered it; or an actual request was rejected with 403, and
   * no resource ran.
   *
   * <p>It is immutable.
   *
   * @param request the request
   * @param reason why
   */
  record Refused(JudgedRequest request, Reason reason) implements CorsEvent {}

  /**
   * An actual request was served, but the page cannot read the response.
   *
   * <p>It is immutable.
   *
   * @param request the request
   * @param reason why
   */
  record Withheld(JudgedRequest request, Reason reason) implements CorsEvent {}

  /**
   * Configuration, or a policy that code supplies, has changed while requests run.
   *
   * <p>It is immutable.
   *
   * @param keys the keys that have changed; none where code has supplied another policy
   * @param policy the name of the policy that code has supplied; else empty
   * @param mistakes what is wrong with it, each a line; none where it is in force now
   */
  record Reconfigured(List<String> keys, String policy, List<String> mistakes)
      implements CorsEvent {

    /**
     * Makes one.
     *
     * @param keys the keys
     * @param policy the name of the policy
     * @param mistakes the mistakes
     */
    public Reconfigured {
      keys = List.copyOf(keys);
      mistakes = List.copyOf(mistakes);
    }

    /** {@return whether the change is in force; otherwise what was before stays} */
    public boolean isInForce() {
      return mistakes.isEmpty();
    }
  }
}
