package dev.jaxrscors.report;

import dev.jaxrscors.internal.deploy.AppliedPolicy;
import dev.jaxrscors.internal.deploy.SurveyedMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path and a verb, and the policy in force there.
 *
 * @param surveyed the resource method
 * @param policy its policy; nothing if it has none, or a wrong one
 */
record ReportedEndpoint(SurveyedMethod surveyed, Optional<ReportedPolicy> policy) {

  /**
   * Returns the endpoint of a method.
   *
   * @param ofPath all methods of its path
   */
  static ReportedEndpoint of(
      SurveyedMethod method, List<SurveyedMethod> ofPath, ListedOrigins.Reader origins) {
    if (!(method.applied() instanceof AppliedPolicy.Governed governed)) {
      return new ReportedEndpoint(method, Optional.empty());
    }
    return new ReportedEndpoint(
        method,
        Optional.of(
            ReportedPolicy.of(
                governed,
                origins.of(governed.compiled().policy()),
                method.sharing(ofPath),
                ofPath)));
  }

  String path() {
    return surveyed.path();
  }

  String verb() {
    return surveyed.method().verb().name();
  }

  /** Returns the method of Java. */
  String place() {
    return surveyed.method().place();
  }

  boolean isSameAs(ReportedEndpoint other) {
    return path().equals(other.path())
        && verb().equals(other.verb())
        && place().equals(other.place())
        && state() == other.state()
        && policy.equals(other.policy);
  }

  EndpointState state() {
    return EndpointState.of(surveyed.applied());
  }

  Set<Hazard> hazards() {
    return policy.map(ReportedPolicy::hazards).orElse(Set.of());
  }

  /** Reports whether the list of methods leaves its verb to no page. */
  boolean isLeftOut() {
    return policy.filter(p -> !p.methods().contains(verb())).isPresent();
  }
}
