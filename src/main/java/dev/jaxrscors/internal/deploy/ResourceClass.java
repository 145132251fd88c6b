package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.resource.ResourceMethod;
import dev.jaxrscors.internal.resource.ResourceShape;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Policy;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A resource class below certain parents: who decides about each of its resource methods, and every
 * mistake in its policies. Found out once, by reflection.
 */
public final class ResourceClass {

  private static final RequestMethod GET = RequestMethod.of("GET");
  private static final RequestMethod HEAD = RequestMethod.of("HEAD");
  private static final List<String> VERBS_FIRST =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final Class<?> type;
  private final ResourceShape shape;
  private final Surroundings surroundings;
  private final Authentication authentication;
  private final Map<ResourceMethod, AppliedPolicy> resolutions = new LinkedHashMap<>();
  private final Map<String, List<ResourceMethod>> byPath = new LinkedHashMap<>();
  // Requests add to it what its methods are called elsewhere: by an interface, a bridge or a proxy.
  private final Map<Method, AppliedPolicy> appliedByMethod = new ConcurrentHashMap<>();
  private final ProgramPolicies programs;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<String> derivations = new ArrayList<>();

  /** Finds out about a class within levels outside it: its parents, the application. */
  ResourceClass(
      Class<?> type, Collection<Class<?>> outer, Function<LevelWalk, AppliedPolicy> resolver) {
    this(
        ResourceShape.of(type),
        new Surroundings(List.copyOf(outer), Set.of()),
        resolver,
        Authentication.UNKNOWN);
  }

  ResourceClass(
      ResourceShape shape,
      Surroundings surroundings,
      Function<LevelWalk, AppliedPolicy> resolver,
      Authentication authentication) {
    this.type = shape.type();
    this.shape = shape;
    this.surroundings = surroundings;
    this.authentication = authentication;
    this.programs = new ProgramPolicies(shape, surroundings, resolver, authentication);
    // Methods of equal levels share one policy, and are seen to have it without comparing origins.
    Map<LevelWalk, AppliedPolicy> resolved = new HashMap<>();
    for (ResourceMethod method : shape.methods().all()) {
      resolutions.put(
          method, resolved.computeIfAbsent(surroundings.around(shape.levels(method)), resolver));
      byPath.computeIfAbsent(method.path(), path -> new ArrayList<>()).add(method);
    }
    resolutions.forEach(this::noteMistakes);
    compare(new Siblings(), mistakes::add);
    mistakes.addAll(shape.strayAnnotations());
    byPath.values().forEach(this::govern);
    locators().forEach(locator -> appliedByMethod.put(locator, AppliedPolicy.Ungoverned.UNMATCHED));
  }

  List<Method> locators() {
    return shape.methods().locators();
  }

  /** Returns what decides about the requests to a method of this class. */
  AppliedPolicy applied(Method method) {
    AppliedPolicy known = appliedByMethod.get(method);
    return known != null ? known : learn(method);
  }

  private AppliedPolicy learn(Method method) {
    Method written = Hierarchy.unbridged(method);
    AppliedPolicy found =
        Stream.concat(
                Hierarchy.types(type).stream()
                    .flatMap(c -> Hierarchy.declared(c, written, type).stream()),
                appliedByMethod.keySet().stream().filter(m -> isOverridden(written, m)))
            .map(appliedByMethod::get)
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse(AppliedPolicy.Ungoverned.UNLISTED);
    appliedByMethod.put(method, found);
    return found;
  }

  /** Returns the policies of what code registers in this class, where no annotation says so. */
  ProgramPolicies programs() {
    return programs;
  }

  private boolean isOverridden(Method above, Method own) {
    return above.getDeclaringClass().isAssignableFrom(type)
        && Hierarchy.isOverridden(above, own, type);
  }

  Class<?> type() {
    return type;
  }

  boolean hasLocators() {
    return !locators().isEmpty();
  }

  Set<ResourceMethod> methods() {
    return resolutions.keySet();
  }

  /** Compares the policies of its methods with those of their siblings. */
  void compare(Siblings siblings, Consumer<? super Mistake> found) {
    resolutions.forEach((method, r) -> siblings.add(method, r).ifPresent(found));
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** Returns a line on each path of which request headers were derived. */
  List<String> derivations() {
    return derivations;
  }

  boolean judgesEarly() {
    return appliedByMethod.values().stream().anyMatch(AppliedPolicy::isJudgedEarly);
  }

  boolean isGoverned() {
    return appliedByMethod.values().stream()
        .anyMatch(g -> !(g instanceof AppliedPolicy.Ungoverned));
  }

  /** Reports whether a policy is there, but switched off. */
  boolean isOff() {
    return appliedByMethod.containsValue(AppliedPolicy.Ungoverned.OFF);
  }

  private void noteMistakes(ResourceMethod method, AppliedPolicy resolution) {
    if (resolution instanceof AppliedPolicy.Broken broken) {
      mistakes.addAll(broken.mistakes());
    }
    mistakes.addAll(shape.on(method).mistakes());
  }

  /** One mistake breaks the class: which of its methods it concerns would be a guess. */
  private void govern(List<ResourceMethod> samePath) {
    for (ResourceMethod method : samePath) {
      AppliedPolicy resolution = resolved(method);
      Policy policy = resolution.policy();
      if (policy == null) {
        appliedByMethod.putIfAbsent(method.method(), resolution);
      } else if (!mistakes.isEmpty()) {
        appliedByMethod.putIfAbsent(method.method(), new AppliedPolicy.Broken(mistakes));
      } else if (!appliedByMethod.containsKey(method.method())) {
        governTogether(method, policy, samePath);
      }
    }
  }

  /** Methods of the same path and policy have one judge. */
  private void governTogether(ResourceMethod first, Policy policy, List<ResourceMethod> samePath) {
    List<ResourceMethod> equals =
        samePath.stream().filter(m -> resolved(m).isSame(resolved(first))).toList();
    Set<HeaderName> declared = new LinkedHashSet<>();
    equals.forEach(m -> declared.addAll(shape.on(m).headers().under(policy, authentication)));
    declared.addAll(surroundings.readAround(shape));
    Set<RequestMethod> verbs = verbs(equals, samePath);
    CompiledPolicy compiled = new CompiledPolicy(policy, verbs, declared);
    boolean outlivesMethod = equals.stream().anyMatch(ResourceMethod::outlivesItself);
    for (ResourceMethod method : equals) {
      AppliedPolicy resolved = resolved(method);
      appliedByMethod.put(
          method.method(),
          new AppliedPolicy.Governed(
              compiled,
              resolved.provenance(),
              method.fullPath(),
              resolved.supplier(),
              outlivesMethod));
    }
    noteDerivation(first, policy, compiled, verbs);
  }

  private AppliedPolicy resolved(ResourceMethod method) {
    return resolutions.getOrDefault(method, AppliedPolicy.Ungoverned.RESOURCE);
  }

  /** GET implies HEAD, unless a method answers HEAD with a policy of its own. */
  private static Set<RequestMethod> verbs(
      List<ResourceMethod> equals, List<ResourceMethod> samePath) {
    Set<RequestMethod> verbs = new LinkedHashSet<>();
    equals.stream().map(ResourceMethod::verb).sorted(byFamiliarity()).forEach(verbs::add);
    boolean ownHead = samePath.stream().anyMatch(m -> m.verb().equals(HEAD));
    if (!verbs.contains(GET) || ownHead) {
      return verbs;
    }
    List<RequestMethod> withHead = new ArrayList<>(verbs);
    withHead.add(withHead.indexOf(GET) + 1, HEAD);
    return new LinkedHashSet<>(withHead);
  }

  public static Comparator<RequestMethod> byFamiliarity() {
    return Comparator.<RequestMethod>comparingInt(m -> VERBS_FIRST.indexOf(m.name()) & 0xff)
        .thenComparing(RequestMethod::name);
  }

  private void noteDerivation(
      ResourceMethod method, Policy policy, CompiledPolicy compiled, Set<RequestMethod> verbs) {
    if (policy.allowedHeaders().isDerived()) {
      derivations.add(
          String.join("|", verbs.stream().map(RequestMethod::name).toList())
              + " "
              + method.fullPath()
              + ": "
              + compiled.allowedHeaders());
    }
  }

  /** Returns the classes that its locators, and theirs, declare to return an instance of. */
  private Set<Class<?>> targetsBelow() {
    Set<Class<?>> targets = new LinkedHashSet<>();
    addTargets(locators(), targets);
    return targets;
  }

  private static void addTargets(List<Method> locators, Set<Class<?>> targets) {
    for (Method locator : locators) {
      if (targets.add(locator.getReturnType())) {
        addTargets(ClassMethods.of(locator.getReturnType()).locators(), targets);
      }
    }
  }

  /**
   * Reports whether a locator may lead to a resource with a policy, its own or that of this class;
   * when in doubt, it may.
   */
  boolean mayGovernBelow() {
    return hasLocators()
        && (LevelWalk.isAnnotated(type)
            || targetsBelow().stream().anyMatch(t -> isOpen(t) || LevelWalk.isAnnotated(t)));
  }

  /** Returns the classes that its own locators are declared to lead to, as far as they tell. */
  List<Class<?>> targetsOfLocators() {
    return locators().stream()
        .<Class<?>>map(Method::getReturnType)
        .filter(target -> !isOpen(target))
        .toList();
  }

  /** Returns the classes below that a deployment can check, although no request has come. */
  List<Class<?>> concreteTargetsBelow() {
    return targetsBelow().stream().filter(t -> !isOpen(t)).toList();
  }

  private static boolean isOpen(Class<?> target) {
    return Modifier.isAbstract(target.getModifiers())
        || target == Object.class
        || target == Class.class;
  }
}
