package dev.jaxrscors;

import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.protocol.Endpoint;

/** Who decides about the requests to a resource method. */
sealed interface Governance extends Progress {

  /**
   * A policy does.
   *
   * @param endpoint the judge
   * @param places where the policy is written
   * @param path the path template
   */
  record Governed(Endpoint endpoint, Places places, String path) implements Governance {

    /** Reports whether an actual request is judged before the resource runs, not after it. */
    boolean isJudgedEarly() {
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
    /** A sub-resource locator that threw: CXF names it, as if it had been matched. */
    LOCATOR
  }

  /**
   * A policy should, but is wrong, and was met too late to stop the deployment: everything is
   * refused.
   *
   * @param places where the policy is written
   */
  record Broken(Places places) implements Governance {}
}
