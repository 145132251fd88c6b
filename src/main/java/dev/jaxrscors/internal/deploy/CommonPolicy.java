package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.Target;
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
  private volatile Governance governance = Governance.Ungoverned.UNMATCHED;

  /** Takes note of the resource methods of a class. */
  void meet(ResourceClass resource) {
    if (!ended) {
      resource.methods().forEach(method -> meet(resource.governance(method.method())));
    }
  }

  /** Takes note of what decides about a resource that is built in code. */
  synchronized void meet(Resolution resolution) {
    boolean agrees =
        resolution instanceof Resolution.Governed governed && !ended && agree(governed.policy());
    if (!agrees) {
      end();
    }
  }

  private synchronized void meet(Governance governance) {
    if (ended) {
      return;
    }
    if (governance instanceof Governance.Governed governed && agree(governed.endpoint().policy())) {
      return;
    }
    end();
  }

  /** Takes note of a resource without a policy. */
  synchronized void end() {
    ended = true;
    governance = Governance.Ungoverned.UNMATCHED;
  }

  /** Reports whether a policy is in agreement with those that came before. */
  private boolean agree(Policy policy) {
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
    governance = ofNoResource(policy);
  }

  /** Returns that a policy decides about responses of no resource. */
  static Governance ofNoResource(Policy policy) {
    return new Governance.Governed(
        new CompiledPolicy(policy, Set.of(), Set.of()), Places.UNKNOWN, Target.UNMATCHED);
  }

  /** Returns who decides about responses of no resource: nobody if there is no agreement. */
  Governance governance() {
    return governance;
  }
}
