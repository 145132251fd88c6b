package dev.jaxrscors.internal.resource;

import dev.jaxrscors.policy.AllowedMethods;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyProblem;
import dev.jaxrscors.policy.ProblemKind;
import java.lang.reflect.Method;
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
    return new LevelWalk()
        .addMethod(method.resource(), method.method()).nearestFirst().stream()
            .map(Level::declaration)
            .filter(d -> d.hasName() || d.written().containsKey(Member.METHODS))
            .limit(1)
            .map(declaration -> declaration.texts(Member.METHODS))
            .filter(list -> AllowedMethods.leaveOut(list, method.verb()))
            .map(list -> PolicyProblem.ownVerbMissing(method.verb().name(), list))
            .map(problem -> new Mistake(method.place(), problem))
            .toList();
  }

  /** Returns a mistake for each policy in a class that is where no resource method is. */
  static List<Mistake> annotations(Class<?> type, ClassMethods methods) {
    List<Mistake> mistakes = new ArrayList<>();
    if (methods.all().isEmpty()
        && methods.locators().isEmpty()
        && LevelWalk.isAnyAnnotated(List.of(type))) {
      mistakes.add(new Mistake(LevelWalk.place(type), ProblemKind.NO_RESOURCE_METHOD.of()));
    }
    Set<Method> answering =
        methods.all().stream().map(ResourceMethod::method).collect(Collectors.toSet());
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isBridge()
          && LevelWalk.isAnyAnnotated(List.of(method))
          && !answering.contains(method)) {
        mistakes.add(new Mistake(LevelWalk.place(method), problem(method)));
      }
    }
    return mistakes;
  }

  private static PolicyProblem problem(Method method) {
    boolean isPublic = Modifier.isPublic(method.getModifiers());
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (!ClassMethods.isMeant(method) || (isPublic && !isStatic)) {
      return ProblemKind.NO_RESOURCE_METHOD.of();
    }
    String demand = isPublic ? "not static" : isStatic ? "public, and not static" : "public";
    return ProblemKind.HIDDEN_RESOURCE_METHOD.of(demand);
  }
}
