package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.OriginSource;
import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.cascade.Declaration;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.resource.Level;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Policy;
import dev.jaxrscors.policy.ProblemKind;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A servlet filter of this library, as an application declares it.
 *
 * @param type its class
 * @param name the name of the filter
 * @param policy the name of the policy that its declaration names; it goes before annotations,
 *     since whoever deploys comes after who has written
 * @param path the path that it stands before, as far as that is one
 */
public record DoorDeclaration(Class<?> type, String name, Optional<String> policy, String path) {

  private static final List<RequestMethod> SAFE = methods("GET", "HEAD");
  private static final List<RequestMethod> USUAL =
      methods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  // What every resource takes as well.
  private static final Set<HeaderName> DERIVED = Set.of(HeaderName.of("Content-Type"));

  private static List<RequestMethod> methods(String... names) {
    return Stream.of(names).map(RequestMethod::of).toList();
  }

  /** Returns the levels of its policy, nearest first: at least one. */
  LevelWalk levels() {
    LevelWalk levels = new LevelWalk();
    policy.ifPresent(
        named -> levels.nearestFirst().add(level(Map.of(Member.VALUE, List.of(named)))));
    levels.addClass(type);
    if (levels.nearestFirst().isEmpty()) {
      levels.nearestFirst().add(level(Map.of()));
    }
    return levels;
  }

  private Level level(Map<Member, List<String>> written) {
    return new Level(new Declaration("filter " + name, written), OriginSource.class);
  }

  /** Returns a mistake for each policy on one of its methods, where it would have no effect. */
  List<Mistake> strayAnnotations() {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> LevelWalk.isAnyAnnotated(List.of(method)))
        .map(DoorDeclaration::stray)
        .toList();
  }

  private static Mistake stray(Method method) {
    return new Mistake(LevelWalk.place(method), ProblemKind.NO_RESOURCE_METHOD.of());
  }

  /** Returns the names of the policies that it may refer to. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(LevelWalk.names(type));
    policy.ifPresent(names::add);
    return names;
  }

  /** Returns what its levels add up to, ready to judge. */
  AppliedPolicy applied(AppliedPolicy resolved) {
    return resolved instanceof AppliedPolicy.Resolved found
        ? new AppliedPolicy.Governed(
            new CompiledPolicy(found.policy(), verbs(found.policy()), DERIVED),
            found.provenance(),
            path,
            found.supplier(),
            false)
        : resolved;
  }

  /**
   * What is behind a servlet filter declares no methods. Where nobody wrote any, those are allowed
   * that are safe by themselves; an asterisk that somebody wrote means the usual ones.
   *
   * <p>It is tempting to add {@code POST} to the safe ones, since Fetch lets it through without a
   * preflight too; but then not with JSON, which many a servlet takes for a sign that no other site
   * has sent it.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1">RFC 9110, safe methods</a>
   */
  private static Collection<RequestMethod> verbs(Policy policy) {
    if (policy.methods().isAll()) {
      return policy.sets(Member.METHODS) ? USUAL : SAFE;
    }
    Set<RequestMethod> verbs = new LinkedHashSet<>();
    policy.methods().listed().stream().sorted(ResourceClass.byFamiliarity()).forEach(verbs::add);
    return policy.methods().allows(SAFE.get(1)) ? withHead(verbs) : verbs;
  }

  private static Set<RequestMethod> withHead(Set<RequestMethod> verbs) {
    Set<RequestMethod> all = new LinkedHashSet<>();
    for (RequestMethod verb : verbs) {
      all.add(verb);
      if (verb.equals(SAFE.get(0))) {
        all.add(SAFE.get(1));
      }
    }
    return all;
  }
}
