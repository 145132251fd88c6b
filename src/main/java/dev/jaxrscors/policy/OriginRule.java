package dev.jaxrscors.policy;

import dev.jaxrscors.fetch.Origin;

/**
 * Code that decides which origins are allowed, besides those a policy lists.
 *
 * <p>It is asked only for well-formed tuple origins that no list allows: never for a malformed one,
 * never for {@code null} or {@code file://}, which {@linkplain Origin#isAnyones() anyone} can send.
 * A rule that throws refuses. It may be asked by many threads at once.
 */
@FunctionalInterface
public interface OriginRule {

  /** The rule of policies that have none: nobody is allowed beyond the list. */
  OriginRule NOBODY = (origin, target) -> false;

  /**
   * Reports whether {@code origin} may read the responses of {@code target}.
   *
   * @param origin a well-formed origin that no list allows
   * @param target what the request is about to reach
   * @return whether it is allowed
   */
  boolean allows(Origin origin, Target target);
}
