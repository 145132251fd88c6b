package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.PathTemplate;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.ProblemKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Resource methods of one verb and path, which differ in media types alone. A preflight does not
 * say which of them the request will reach, so their policies must be equal.
 */
final class Siblings {

  private record First(ResourceMethod method, AppliedPolicy resolution) {}

  private final Map<String, First> firsts = new HashMap<>();

  /** Adds a method; returns the mistake if its policy differs from the first one's. */
  Optional<Mistake> add(ResourceMethod method, AppliedPolicy resolution) {
    String path =
        PathTemplate.anonymous(ClassMethods.pathOfClass(method.resource())) + "/" + method.path();
    First first = firsts.putIfAbsent(method.verb() + " " + path, new First(method, resolution));
    return first == null
            || isInherited(first.method(), method)
            || isSame(first.resolution(), resolution)
        ? Optional.empty()
        : Optional.of(mistake(method, first.method()));
  }

  /** What inherits its path stands in the place of what it inherits from, not beside it. */
  private static boolean isInherited(ResourceMethod one, ResourceMethod other) {
    return one.resource() != other.resource()
        && (one.resource().isAssignableFrom(other.resource())
            || other.resource().isAssignableFrom(one.resource()));
  }

  private static Mistake mistake(ResourceMethod method, ResourceMethod first) {
    return new Mistake(
        method.place(),
        ProblemKind.UNEQUAL_SIBLINGS.of(method.verb().name(), method.fullPath(), first.place()));
  }

  /** Whatever is broken has its own mistakes. */
  private static boolean isSame(AppliedPolicy one, AppliedPolicy other) {
    return one instanceof AppliedPolicy.Broken
        || other instanceof AppliedPolicy.Broken
        || one.isSame(other);
  }
}
