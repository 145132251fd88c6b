package dev.jaxrscors.internal.resource;

import dev.jaxrscors.policy.AllowedMethods;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.PolicyProblem;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies that stand where they have no effect: no other level can make up for that. */
final class Misplaced {

  private Misplaced() {}

  /**
   * Returns a mistake if a method lists other verbs than its own. A list on the class may leave
   * verbs out; one on the method itself says the contrary.
   */
  static List<Mistake> lists(ResourceMethod method) {
    return new Levels()
        .addMethod(method.resource(), method.method()).nearestFirst().stream()
            .filter(level -> level.hasName() || Level.isSet(level.annotation().methods()))
            .limit(1)
            .map(level -> List.of(level.annotation().methods()))
            .filter(list -> AllowedMethods.leaveOut(list, method.verb()))
            .map(list -> new PolicyProblem.OwnVerbMissing(method.verb().name(), list))
            .map(problem -> new Mistake(method.place(), problem))
            .toList();
  }

  /** Returns a mistake for each policy in a class that is where no resource method is. */
  static List<Mistake> annotations(Class<?> type, ResourceMethods methods) {
    List<Mistake> mistakes = new ArrayList<>();
    if (methods.all().isEmpty()
        && methods.locators().isEmpty()
        && Levels.isAnyAnnotated(List.of(type))) {
      mistakes.add(new Mistake(Levels.place(type), new PolicyProblem.NoResourceMethod()));
    }
    Set<java.lang.reflect.Method> answering =
        methods.all().stream().map(ResourceMethod::method).collect(Collectors.toSet());
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (!method.isBridge()
          && Levels.isAnyAnnotated(List.of(method))
          && !answering.contains(method)) {
        mistakes.add(new Mistake(Levels.place(method), problem(method)));
      }
    }
    return mistakes;
  }

  private static PolicyProblem problem(java.lang.reflect.Method method) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (!ResourceMethods.isMeant(method)) {
      return new PolicyProblem.NoResourceMethod();
    }
    if (!Modifier.isPublic(method.getModifiers())) {
      return isStatic
          ? PolicyProblem.HiddenResourceMethod.notPublicOfClass()
          : PolicyProblem.HiddenResourceMethod.notPublic();
    }
    return isStatic
        ? PolicyProblem.HiddenResourceMethod.ofClass()
        : new PolicyProblem.NoResourceMethod();
  }
}
