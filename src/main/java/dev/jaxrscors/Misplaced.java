package dev.jaxrscors;

import dev.jaxrscors.fetch.Method;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import dev.jaxrscors.policy.PolicyProblem;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies that stand where they have no effect: no other level can make up for that. */
final class Misplaced {

  private static final Method GET = Method.of("GET");
  private static final Method HEAD = Method.of("HEAD");

  private Misplaced() {}

  /**
   * Returns a mistake if a method lists other verbs than its own. A list on the class may leave
   * verbs out; one on the method itself says the contrary.
   */
  static List<Mistake> lists(ResourceMethod method) {
    return new Levels()
        .addMethod(method.resource(), method.method()).nearestFirst().stream()
            .map(level -> level.declaration().texts(Member.METHODS))
            .filter(list -> !list.isEmpty() && !list.contains(CorsPolicy.INHERIT))
            .limit(1)
            .filter(list -> !lists(list, method.verb()))
            .map(list -> new PolicyProblem.OwnVerbMissing(method.verb().name(), list))
            .map(problem -> new Mistake(method.place(), problem))
            .toList();
  }

  /** One in another case is told as such, and is no second mistake. */
  private static boolean lists(List<String> list, Method verb) {
    return list.contains(CorsPolicy.ANY)
        || list.stream().anyMatch(verb.name()::equalsIgnoreCase)
        || (verb.equals(HEAD) && list.contains(GET.name()));
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
