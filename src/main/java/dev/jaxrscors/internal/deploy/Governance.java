package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.Policy;

/** Who decides about the requests to a resource method. */
public sealed interface Governance {

  /** Returns where the policy is written. */
  default Places places() {
    return Places.UNKNOWN;
  }

  /**
   * A policy does.
   *
   * @param endpoint the judge
   * @param places where the policy is written
   * @param path the path template
   */
  record Governed(CompiledPolicy endpoint, Places places, String path) implements Governance {

    /** Reports whether an actual request is judged before the resource runs, not after it. */
    public boolean isJudgedEarly() {
      Policy policy = endpoint.policy();
      return policy.rejectsRefused() || policy.origins().hasSource();
    }
  }

  /** Nobody: what the library would add is not added, what others add stays. */
  enum Ungoverned implements Governance {
    /** A resource without a policy, or one that the runtime made itself. */
    RESOURCE,
    /**
     * A method that no annotation makes a resource method: one that code has registered, perhaps.
     */
    UNLISTED,
    /** No resource method at all: a sub-resource locator that threw, or nothing was matched. */
    UNMATCHED
  }

  /**
   * A policy should, but is wrong, and was met too late to stop the deployment: everything is
   * refused.
   *
   * @param places where the policy is written
   */
  record Broken(Places places) implements Governance {}
}
