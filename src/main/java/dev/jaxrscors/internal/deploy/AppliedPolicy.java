package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which policy applies to a resource method, if one does. */
public sealed interface AppliedPolicy {

  /** Reports whether it is known that a resource method has no policy in force. */
  default boolean isNone() {
    return this == Ungoverned.RESOURCE || this == Ungoverned.OFF;
  }

  /** Returns who supplies the policy that it names; null if that never changes. */
  default @Nullable SuppliedPolicy supplier() {
    return null;
  }

  /** Returns the policy; null where none applies, or a wrong one. */
  default @Nullable Policy policy() {
    return null;
  }

  /** Reports whether it judges actual requests before the resource runs, not after it. */
  default boolean isJudgedEarly() {
    Policy policy = policy();
    return policy != null && (policy.rejectsRefused() || policy.origins().hasSource());
  }

  /** Reports whether a method with this one and a method with another share a policy. */
  default boolean isSame(AppliedPolicy other) {
    Policy policy = policy();
    return policy == null ? this == other : Objects.equals(policy, other.policy());
  }

  /** Returns where the policy is written. */
  default Provenance provenance() {
    return Provenance.UNKNOWN;
  }

  /** A policy, as the levels of a method add up to it. */
  record Resolved(Policy policy, Provenance provenance, @Nullable SuppliedPolicy supplier)
      implements AppliedPolicy {}

  /**
   * The same, for the methods of a path that share it.
   *
   * @param path the path template
   * @param outlivesMethod whether one of them may write its response after it has returned
   */
  record Governed(
      CompiledPolicy compiled,
      Provenance provenance,
      String path,
      @Nullable SuppliedPolicy supplier,
      boolean outlivesMethod)
      implements AppliedPolicy {

    @Override
    public Policy policy() {
      return compiled.policy();
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

  /** One should, but is wrong. Found too late to stop the deployment, it refuses everything. */
  record Broken(List<Mistake> mistakes) implements AppliedPolicy {

    @Override
    public Provenance provenance() {
      return Provenance.at(mistakes.get(0).place());
    }
  }
}
