package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which policy applies to a resource method, if one does. */
public sealed interface AppliedPolicy {

  /** Reports whether it is known that a resource method has no policy in force. */
  default boolean isNone() {
    return this == Ungoverned.RESOURCE || this == Ungoverned.OFF;
  }

  /** Returns where the policy is written. */
  default Provenance provenance() {
    return Provenance.UNKNOWN;
  }

  /**
   * A policy, as the levels of a method add up to it.
   *
   * @param policy the policy
   * @param provenance where it is written
   * @param supplier who supplies the policy that it names; null if that never changes
   */
  record Resolved(Policy policy, Provenance provenance, @Nullable SuppliedPolicy supplier)
      implements AppliedPolicy {}

  /**
   * The same, for the methods of a path that share it.
   *
   * @param compiled the policy, which decides
   * @param provenance where it is written
   * @param path the path template
   * @param supplier who supplies the policy that it names; null if that never changes
   */
  record Governed(
      CompiledPolicy compiled,
      Provenance provenance,
      String path,
      @Nullable SuppliedPolicy supplier)
      implements AppliedPolicy {

    /** Reports whether an actual request is judged before the resource runs, not after it. */
    public boolean isJudgedEarly() {
      Policy policy = compiled.policy();
      return policy.rejectsRefused() || policy.origins().hasSource();
    }
  }

  /** None: what the library would add is not added, what others add stays. */
  enum Ungoverned implements AppliedPolicy {
    /** A resource without a policy, or one that the runtime made itself. */
    RESOURCE,
    /** A resource whose policy is switched off. */
    OFF,
    /**
     * A method that no annotation makes a resource method: one that code has registered, perhaps.
     */
    UNLISTED,
    /** No resource method at all: a sub-resource locator that threw, or nothing was matched. */
    UNMATCHED
  }

  /**
   * One should, but is wrong. Where it was met too late to stop the deployment, everything is
   * refused.
   *
   * @param mistakes every one that was found
   */
  record Broken(List<Mistake> mistakes) implements AppliedPolicy {

    @Override
    public Provenance provenance() {
      return Provenance.at(mistakes.get(0).place());
    }
  }
}
