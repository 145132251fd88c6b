package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.fetch.RequestMethod;
import dev.jaxrscors.internal.protocol.CompiledPolicy;
import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.DeclaredHeaders;
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
  private static final int MOST_PROGRAMS = 1_000;
  private static final List<String> VERBS_FIRST =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final Class<?> type;
  private final ResourceShape shape;
  private final Surroundings surroundings;
  private final Function<LevelWalk, AppliedPolicy> resolver;
  private final Authentication authentication;
  private final Map<ResourceMethod, AppliedPolicy> resolutions = new LinkedHashMap<>();
  private final Map<String, List<ResourceMethod>> byPath = new LinkedHashMap<>();
  // Requests add to it what its methods are called elsewhere: by an interface, a bridge or a proxy.
  private final Map<Method, AppliedPolicy> appliedByMethod = new ConcurrentHashMap<>();
  private final Recent<Registered, AppliedPolicy> programs = new Recent<>(MOST_PROGRAMS);
  private final Map<Method, AppliedPolicy> programResolutions = new ConcurrentHashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<String> derivations = new ArrayList<>();

  /** What an application registered in code: a method, and the verbs it shares a path with. */
  private record Registered(Method method, Set<RequestMethod> verbs, String path) {}

  /**
   * Finds out about a class.
   *
   * @param type the class, as its author wrote it
   * @param outer the levels outside the class: its parents, the application
   */
  ResourceClass(
      Class<?> type, Collection<Class<?>> outer, Function<LevelWalk, AppliedPolicy> resolver) {
    this(
        new ResourceShape(type),
        new Surroundings(List.copyOf(outer), Set.of()),
        resolver,
        Authentication.UNKNOWN);
  }

  /**
   * Finds out about a class.
   *
   * @param shape what the class says
   * @param surroundings what is around it
   * @param authentication how the application looks at who calls it
   */
  ResourceClass(
      ResourceShape shape,
      Surroundings surroundings,
      Function<LevelWalk, AppliedPolicy> resolver,
      Authentication authentication) {
    this.type = shape.type();
    this.shape = shape;
    this.surroundings = surroundings;
    this.resolver = resolver;
    this.authentication = authentication;
    // Methods of equal levels share one policy, and are seen to have it without comparing origins.
    Map<LevelWalk, AppliedPolicy> resolved = new HashMap<>();
    for (ResourceMethod method : shape.methods().all()) {
      resolutions.put(method, resolved.computeIfAbsent(withOuter(shape.levels(method)), resolver));
      byPath.computeIfAbsent(method.path(), path -> new ArrayList<>()).add(method);
    }
    resolutions.forEach(this::noteMistakes);
    meet(new Siblings(), mistakes::add);
    mistakes.addAll(shape.strayAnnotations());
    byPath.values().forEach(this::govern);
    locators().forEach(locator -> appliedByMethod.put(locator, AppliedPolicy.Ungoverned.UNMATCHED));
  }

  private LevelWalk withOuter(LevelWalk levels) {
    surroundings.levels().forEach(levels::addClass);
    return levels;
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
    AppliedPolicy found = appliedToSame(Hierarchy.unbridged(method));
    appliedByMethod.put(method, found);
    return found;
  }

  private AppliedPolicy appliedToSame(Method method) {
    return Stream.concat(
            Hierarchy.types(type).stream()
                .flatMap(c -> Hierarchy.declared(c, method, type).stream()),
            appliedByMethod.keySet().stream().filter(m -> isOverridden(method, m)))
        .map(appliedByMethod::get)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(AppliedPolicy.Ungoverned.UNLISTED);
  }

  /**
   * Returns what decides about a method that an application has registered in code, where no
   * annotation says what it answers: an inflector, a lambda, a method of any class.
   *
   * @param method the method, or the one of an interface that it implements
   * @param verbs the verbs that are registered beside it, its own included
   */
  AppliedPolicy program(Method method, Set<RequestMethod> verbs, String path) {
    Registered registered = new Registered(method, verbs, path);
    AppliedPolicy found = programs.get(registered);
    return found == null ? programs.keep(registered, govern(registered)) : found;
  }

  /** Returns what the levels of a method that is registered in code add up to. */
  AppliedPolicy resolveProgram(Method method) {
    return programResolutions.computeIfAbsent(
        method,
        m ->
            resolver.apply(
                withOuter(new LevelWalk().addMethod(type, implementing(m)).addClass(type))));
  }

  /** Reports whether a method that is registered in code has a policy, and this one. */
  boolean hasProgramPolicy(Method method, AppliedPolicy resolution) {
    return resolveProgram(method) instanceof AppliedPolicy.Resolved own
        && resolution instanceof AppliedPolicy.Resolved other
        && own.policy().equals(other.policy());
  }

  private Method implementing(Method method) {
    Method written = Hierarchy.unbridged(method);
    return Hierarchy.superclasses(type).stream()
        .flatMap(c -> Hierarchy.declared(c, written, type).stream())
        .findFirst()
        .orElse(written);
  }

  private AppliedPolicy govern(Registered program) {
    AppliedPolicy resolution = resolveProgram(program.method());
    if (resolution instanceof AppliedPolicy.Resolved governed) {
      return new AppliedPolicy.Governed(
          new CompiledPolicy(
              governed.policy(), program.verbs(), declared(program, governed.policy())),
          governed.provenance(),
          program.path());
    }
    return resolution instanceof AppliedPolicy.Broken broken
        ? broken(broken.mistakes())
        : AppliedPolicy.Ungoverned.RESOURCE;
  }

  private Set<HeaderName> declared(Registered program, Policy policy) {
    Method method = implementing(program.method());
    // Which verb it answers is of no interest here.
    ResourceMethod read =
        new ResourceMethod(type, method, method, GET, program.path(), program.path());
    Set<HeaderName> declared =
        new LinkedHashSet<>(DeclaredHeaders.of(read).under(policy, authentication));
    declared.addAll(shape.injected());
    declared.addAll(surroundings.read());
    return declared;
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

  /** Shows the policies of its methods to their siblings in other classes. */
  void meet(Siblings siblings, Consumer<? super Mistake> found) {
    resolutions.forEach((method, r) -> siblings.meet(method, r).ifPresent(found));
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  /** Returns a line on each path of which request headers were derived. */
  List<String> derivations() {
    return derivations;
  }

  boolean judgesEarly() {
    return appliedByMethod.values().stream()
        .anyMatch(g -> g instanceof AppliedPolicy.Governed governed && governed.isJudgedEarly());
  }

  boolean isGoverned() {
    return appliedByMethod.values().stream()
        .anyMatch(g -> !(g instanceof AppliedPolicy.Ungoverned));
  }

  private void noteMistakes(ResourceMethod method, AppliedPolicy resolution) {
    if (resolution instanceof AppliedPolicy.Broken broken) {
      mistakes.addAll(broken.mistakes());
    }
    mistakes.addAll(shape.mistakes(method));
  }

  private boolean samePolicy(ResourceMethod one, ResourceMethod other) {
    if (resolutions.get(one) instanceof AppliedPolicy.Resolved a
        && resolutions.get(other) instanceof AppliedPolicy.Resolved b) {
      return a.policy().equals(b.policy());
    }
    return resolutions.get(one) == resolutions.get(other);
  }

  /** Those of the same path and policy have one judge, made when the first of them is met. */
  private void govern(List<ResourceMethod> samePath) {
    for (ResourceMethod method : samePath) {
      if (!appliedByMethod.containsKey(method.method())) {
        govern(method, samePath);
      }
    }
  }

  /** One mistake breaks the class: which of its methods it concerns would be a guess. */
  private void govern(ResourceMethod method, List<ResourceMethod> samePath) {
    AppliedPolicy resolution = resolutions.get(method);
    if (resolution instanceof AppliedPolicy.Broken broken) {
      appliedByMethod.put(method.method(), broken(broken.mistakes()));
    } else if (resolution instanceof AppliedPolicy.Resolved governed) {
      if (mistakes.isEmpty()) {
        governTogether(method, governed.policy(), samePath);
      } else {
        appliedByMethod.put(method.method(), broken(mistakes));
      }
    } else {
      appliedByMethod.put(method.method(), AppliedPolicy.Ungoverned.RESOURCE);
    }
  }

  private static AppliedPolicy broken(List<Mistake> mistakes) {
    return new AppliedPolicy.Broken(mistakes);
  }

  private void governTogether(ResourceMethod first, Policy policy, List<ResourceMethod> samePath) {
    List<ResourceMethod> equals = samePath.stream().filter(m -> samePolicy(m, first)).toList();
    Set<HeaderName> declared = new LinkedHashSet<>();
    equals.forEach(m -> declared.addAll(shape.headers(m).under(policy, authentication)));
    declared.addAll(shape.injected());
    declared.addAll(surroundings.read());
    Set<RequestMethod> verbs = verbs(equals, samePath);
    CompiledPolicy endpoint = new CompiledPolicy(policy, verbs, declared);
    equals.forEach(m -> appliedByMethod.put(m.method(), governed(m, endpoint)));
    noteDerivation(first, policy, endpoint, verbs);
  }

  private AppliedPolicy governed(ResourceMethod method, CompiledPolicy endpoint) {
    return resolutions.get(method) instanceof AppliedPolicy.Resolved governed
        ? new AppliedPolicy.Governed(endpoint, governed.provenance(), method.fullPath())
        : AppliedPolicy.Ungoverned.RESOURCE;
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
      ResourceMethod method, Policy policy, CompiledPolicy endpoint, Set<RequestMethod> verbs) {
    if (policy.allowedHeaders().isDerived()) {
      derivations.add(
          String.join("|", verbs.stream().map(RequestMethod::name).toList())
              + " "
              + method.fullPath()
              + ": "
              + endpoint.allowedHeaders());
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
