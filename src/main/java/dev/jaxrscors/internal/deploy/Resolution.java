package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.List;

/** What the levels of a resource method add up to. */
sealed interface Resolution {

  /** No level says anything: the resource is left alone. */
  enum Ungoverned implements Resolution {
    /** The only one. */
    RESOURCE
  }

  /**
   * A policy.
   *
   * @param policy the policy
   * @param places where it is written
   */
  record Governed(Policy policy, Places places) implements Resolution {}

  /**
   * Mistakes, which leave no policy.
   *
   * @param mistakes every one that was found
   */
  record Broken(List<Mistake> mistakes) implements Resolution {}
}
