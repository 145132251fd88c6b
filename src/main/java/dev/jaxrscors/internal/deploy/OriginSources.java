package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The origin sources of an application: one instance of each class, a CDI bean where it is one. */
final class OriginSources {

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
   * @throws UnusableException if it cannot be made
   */
  OriginSource get(Class<? extends OriginSource> type) {
    return instances.computeIfAbsent(type, OriginSources::find);
  }

  private static OriginSource find(Class<? extends OriginSource> type) {
    Optional<? extends OriginSource> bean = CdiBeans.find(type);
    return bean.isPresent() ? bean.get() : make(type);
  }

  private static OriginSource make(Class<? extends OriginSource> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UnusableException(
          ProblemKind.UNUSABLE_SOURCE.of(type.getName(), "making it failed with " + cause), e);
    }
  }

  /** A source that cannot be made. */
  static final class UnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient PolicyProblem problem;

    UnusableException(PolicyProblem problem, Throwable cause) {
      super(cause);
      this.problem = problem;
    }

    PolicyProblem problem() {
      return problem;
    }
  }
}
