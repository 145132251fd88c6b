package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.Target;
import dev.jaxrscors.internal.cascade.Provenance;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all resources of an application agree on, as far as they are known: the same pages then read
 * its errors of no resource, such as 404.
 *
 * <p>One resource without a policy, or with other origins or credentials, ends the agreement for
 * good. Whether exposed header names are agreed on decides about those alone.
 */
final class CommonPolicy {

  private @Nullable Policy agreed;
  private @Nullable SuppliedPolicy supplier;
  private volatile boolean ended;
  private volatile AppliedPolicy applied = AppliedPolicy.Ungoverned.UNMATCHED;

  void add(ResourceClass resource) {
    if (!ended) {
      resource.methods().stream()
          .filter(m -> !m.method().getDeclaringClass().isAnnotationPresent(Aside.class))
          .forEach(method -> add(resource.applied(method.method())));
    }
  }

  /** Adds what applies to a resource method, or to what is built in code. */
  synchronized void add(AppliedPolicy next) {
    Policy policy = next.policy();
    supplier = supplier == null ? next.supplier() : supplier;
    if (policy == null || !agrees(policy)) {
      ended = true;
      applied = AppliedPolicy.Ungoverned.UNMATCHED;
    }
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
    applied = ofNoResource(policy, supplier);
  }

  /** Returns that a policy decides about responses of no resource. */
  static AppliedPolicy ofNoResource(Policy policy, @Nullable SuppliedPolicy supplier) {
    return new AppliedPolicy.Governed(
        new CompiledPolicy(policy, Set.of(), Set.of()),
        Provenance.UNKNOWN,
        Target.UNMATCHED,
        supplier,
        false);
  }

  /** Returns who decides about responses of no resource: nobody if there is no agreement. */
  AppliedPolicy applied() {
    return applied;
  }
}
