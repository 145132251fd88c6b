package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The origin sources of an application: one instance of each class, a CDI bean where it is one. */
final class SourceInstances {

  private final Map<Class<? extends OriginSource>, OriginSource> instances =
      new ConcurrentHashMap<>();
  private final CredentialedRules credentialed = new CredentialedRules();

  /** Returns what watches over those that decide with credentials. */
  CredentialedRules credentialed() {
    return credentialed;
  }

  /**
   * Returns the instance of a class.
   *
   * @throws InvalidPolicyException if it cannot be made
   */
  OriginSource get(Class<? extends OriginSource> type, String place) {
    return instances.computeIfAbsent(type, t -> find(t, place));
  }

  private static OriginSource find(Class<? extends OriginSource> type, String place) {
    Optional<? extends OriginSource> bean = CdiBeans.find(type);
    return bean.isPresent() ? bean.get() : make(type, place);
  }

  private static OriginSource make(Class<? extends OriginSource> type, String place) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      PolicyProblem problem =
          ProblemKind.UNUSABLE_SOURCE.of(type.getName(), "making it failed with " + cause);
      throw new InvalidPolicyException(List.of(new Mistake(place, problem)));
    }
  }
}
