package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.ConfiguredPolicy;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import dev.jaxrscors.policy.InvalidPolicyException;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.Place;
import dev.jaxrscors.policy.ProblemKind;
import dev.jaxrscors.policy.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds every mistake in the policies of an application: in its setup, and in each of its classes.
 */
final class PolicyCheck {

  private final Setup setup;
  private final Resolver resolver;
  private final List<Class<?>> application;
  private final AppliedPolicy outermost;
  private final Function<Class<?>, ResourceClass> known;
  private final Map<Class<?>, List<Mistake>> mistakes = new ConcurrentHashMap<>();
  // Locators alone lead to them: the path that they carry does not count.
  private final Set<Class<?>> noRoots = ConcurrentHashMap.newKeySet();

  PolicyCheck(
      Setup setup,
      Resolver resolver,
      List<Class<?>> application,
      AppliedPolicy outermost,
      Function<Class<?>, ResourceClass> known) {
    this.setup = setup;
    this.resolver = resolver;
    this.application = application;
    this.outermost = outermost;
    this.known = known;
  }

  /**
   * Checks everything that is known when an application is deployed.
   *
   * @throws InvalidPolicyException if any policy is wrong
   */
  void checkAll(Collection<Class<?>> components) {
    List<Mistake> found = new ArrayList<>(mistakesOfSetup());
    if (outermost instanceof AppliedPolicy.Broken broken) {
      found.addAll(withoutLackOfOrigins(broken.mistakes()));
    }
    Siblings siblings = new Siblings();
    Set<Class<?>> listed = new LinkedHashSet<>();
    components.forEach(component -> listed.add(Hierarchy.unproxied(component)));
    for (Class<?> type : listed) {
      if (ClassMethods.isRoot(type)) {
        ResourceClass resource = known.apply(type);
        found.addAll(mistakesOf(type));
        resource.compare(siblings, found::add);
        resource.concreteTargetsBelow().stream()
            .filter(target -> !isListedRoot(target, listed))
            .forEach(target -> found.addAll(mistakesBelow(target)));
      } else if (LevelWalk.isAnnotated(type) && !isApplication(type) && !isHandler(type)) {
        found.addAll(mistakesOf(type));
      }
    }
    failOn(found);
  }

  /**
   * Checks the setup.
   *
   * @param others the mistakes in what else there is
   * @throws InvalidPolicyException if any policy is wrong
   */
  void checkBeside(List<Mistake> others) {
    List<Mistake> found = new ArrayList<>(mistakesOfSetup());
    others.stream().filter(mistake -> !found.contains(mistake)).forEach(found::add);
    failOn(found);
  }

  private static boolean isListedRoot(Class<?> type, Set<Class<?>> listed) {
    return listed.contains(type) && ClassMethods.isRoot(type);
  }

  private List<Mistake> mistakesBelow(Class<?> target) {
    if (ClassMethods.isRoot(target)) {
      noRoots.add(target);
    }
    return mistakesOf(target);
  }

  /** Reports whether a class carries a path, and locators alone lead to it all the same. */
  boolean isNoRoot(Class<?> type) {
    return noRoots.contains(type);
  }

  /** Takes note that a class is registered: a locator is not all that leads to it. */
  void noteRegistered(Class<?> type) {
    if (noRoots.remove(type)) {
      mistakes.remove(type);
    }
  }

  private boolean isApplication(Class<?> type) {
    return application.stream().anyMatch(type::isAssignableFrom);
  }

  private static boolean isHandler(Class<?> type) {
    return Hierarchy.types(type).stream().anyMatch(ForeignClasses::isHandler);
  }

  static void failOn(List<Mistake> mistakes) {
    if (!mistakes.isEmpty()) {
      throw new InvalidPolicyException(mistakes);
    }
  }

  /** Origins that one level lacks, another may set. */
  private static List<Mistake> withoutLackOfOrigins(List<Mistake> mistakes) {
    return mistakes.stream()
        .filter(mistake -> mistake.problem().kind() != ProblemKind.NO_ORIGIN)
        .toList();
  }

  private List<Mistake> mistakesOfSetup() {
    List<Mistake> found = new ArrayList<>();
    for (String name : setup.policies().namesInCode()) {
      try {
        setup.policies().find(name).ifPresent(policy -> addProblems(policy, found));
      } catch (InvalidPolicyException e) {
        found.addAll(e.mistakes());
      }
    }
    setup.defaultPolicy().ifPresent(policy -> addProblems(policy, found));
    return found;
  }

  /** Origins in configuration are judged where they are used: an annotation there may waive it. */
  private void addProblems(ConfiguredPolicy policy, List<Mistake> found) {
    if (policy.places().get(Member.ORIGINS) instanceof Place.Code place) {
      Wording wording = new Wording(policy.places(), place, place.name());
      setup.problems(policy.policy()).stream()
          .map(problem -> new Mistake(place.name(), problem, problem.text(wording)))
          .forEach(found::add);
    }
  }

  /**
   * Returns the mistakes of a class, found once, since runtimes announce a class for each of its
   * methods; but for those that its parents or subclasses may mend.
   */
  List<Mistake> mistakesOf(Class<?> type) {
    return mistakes.computeIfAbsent(type, this::find);
  }

  private List<Mistake> find(Class<?> type) {
    if (!isNoRoot(type)) {
      ResourceClass resource = known.apply(type);
      if (SeenResources.isConcreteRoot(type)) {
        return resource.mistakes();
      }
    }
    return withoutLackOfOrigins(
        new ResourceClass(type, List.of(), resolver::resolveAlone).mistakes());
  }
}
