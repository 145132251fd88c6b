package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.DeclaredHeaders;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.policy.Policy;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The policies of methods that an application registers in code, where no annotation says what they
 * answer: an inflector, a lambda, a method of any class.
 */
final class ProgramPolicies {

  private static final int MOST = 1_000;
  private static final RequestMethod ANY_VERB = RequestMethod.of("GET");

  /** A method, and the verbs it shares a path with. */
  private record Registered(Method method, Set<RequestMethod> verbs) {}

  private final ResourceShape shape;
  private final Surroundings surroundings;
  private final Function<LevelWalk, AppliedPolicy> resolver;
  private final Authentication authentication;
  private final Recent<Registered, AppliedPolicy> applied = new Recent<>(MOST, this::apply);
  private final Map<Method, AppliedPolicy> resolved = new ConcurrentHashMap<>();

  ProgramPolicies(
      ResourceShape shape,
      Surroundings surroundings,
      Function<LevelWalk, AppliedPolicy> resolver,
      Authentication authentication) {
    this.shape = shape;
    this.surroundings = surroundings;
    this.resolver = resolver;
    this.authentication = authentication;
  }

  /** Returns what applies to a method, or to the one that it implements, of these verbs. */
  AppliedPolicy applied(Method method, Set<RequestMethod> verbs) {
    return applied.get(new Registered(method, verbs));
  }

  /** Returns what the levels of a method add up to. */
  AppliedPolicy resolve(Method method) {
    return resolved.computeIfAbsent(
        method,
        m ->
            resolver.apply(
                surroundings.around(
                    new LevelWalk()
                        .addMethod(shape.type(), implementing(m))
                        .addClass(shape.type()))));
  }

  /** Reports whether a method has a policy, and this one. */
  boolean has(Method method, AppliedPolicy policy) {
    return policy.policy() != null && policy.isSame(resolve(method));
  }

  private Method implementing(Method method) {
    Method written = Hierarchy.unbridged(method);
    return Hierarchy.superclasses(shape.type()).stream()
        .flatMap(c -> Hierarchy.declared(c, written, shape.type()).stream())
        .findFirst()
        .orElse(written);
  }

  private AppliedPolicy apply(Registered registered) {
    AppliedPolicy found = resolve(registered.method());
    if (!(found instanceof AppliedPolicy.Resolved policy)) {
      return found;
    }
    return new AppliedPolicy.Governed(
        new CompiledPolicy(
            policy.policy(), registered.verbs(), declared(registered.method(), policy.policy())),
        policy.provenance(),
        "",
        policy.supplier(),
        ResourceMethod.outlivesItself(registered.method()));
  }

  private Set<HeaderName> declared(Method method, Policy policy) {
    Method own = implementing(method);
    ResourceMethod read = new ResourceMethod(shape.type(), own, own, ANY_VERB, "", "");
    Set<HeaderName> declared =
        new LinkedHashSet<>(DeclaredHeaders.of(read).under(policy, authentication));
    declared.addAll(surroundings.readAround(shape));
    return declared;
  }
}
