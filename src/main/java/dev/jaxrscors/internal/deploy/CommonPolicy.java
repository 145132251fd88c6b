package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all resources of an application agree on, as far as they have been met: the same pages then
 * read its errors of no resource, such as 404.
 *
 * <p>One resource without a policy, or with other origins or credentials, ends the agreement for
 * good. Whether exposed header names are agreed on decides about those alone.
 */
final class CommonPolicy {

  private @Nullable Policy agreed;
  private volatile boolean ended;
  private volatile AppliedPolicy applied = AppliedPolicy.Ungoverned.UNMATCHED;

  /** Takes note of the resource methods of a class. */
  void meet(ResourceClass resource) {
    if (!ended) {
      resource.methods().stream()
          .filter(m -> !m.method().getDeclaringClass().isAnnotationPresent(Aside.class))
          .forEach(method -> meet(resource.applied(method.method())));
    }
  }

  /** Takes note of what applies to a resource method, or to what is built in code. */
  synchronized void meet(AppliedPolicy applied) {
    boolean agrees =
        applied instanceof AppliedPolicy.Resolved resolved
            ? agrees(resolved.policy())
            : applied instanceof AppliedPolicy.Governed governed
                && agrees(governed.compiled().policy());
    if (!agrees) {
      end();
    }
  }

  /** Takes note of a resource without a policy. */
  synchronized void end() {
    ended = true;
    applied = AppliedPolicy.Ungoverned.UNMATCHED;
  }

  /** Reports whether a policy is in agreement with those that came before. */
  private boolean agrees(Policy policy) {
    if (ended) {
      return false;
    }
    Policy before = agreed;
    if (before == null) {
      take(forErrors(policy).take(Member.EXPOSED_HEADERS, policy).build());
      return true;
    }
    if (!before.origins().equals(policy.origins())
        || before.allowsCredentials() != policy.allowsCredentials()) {
      return false;
    }
    boolean exposes = !before.exposedHeaders().fieldValue().isEmpty();
    if (exposes && !before.exposedHeaders().equals(policy.exposedHeaders())) {
      take(forErrors(policy).build());
    }
    return true;
  }

  /** Which methods a resource allows is nothing to a response of none. */
  private static Policy.Builder forErrors(Policy policy) {
    return Policy.builder().take(Member.ORIGINS, policy).take(Member.CREDENTIALS, policy);
  }

  private void take(Policy policy) {
    agreed = policy;
    applied = ofNoResource(policy);
  }

  /** Returns that a policy decides about responses of no resource. */
  static AppliedPolicy ofNoResource(Policy policy) {
    return new AppliedPolicy.Governed(
        new CompiledPolicy(policy, Set.of(), Set.of()), Provenance.UNKNOWN, Target.UNMATCHED);
  }

  /** Returns who decides about responses of no resource: nobody if there is no agreement. */
  AppliedPolicy applied() {
    return applied;
  }
}
