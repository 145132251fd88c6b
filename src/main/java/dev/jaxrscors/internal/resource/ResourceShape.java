package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.HeaderName;
import dev.jaxrscors.policy.InvalidPolicyException.Mistake;
import dev.jaxrscors.policy.Member;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A resource class by itself, whichever classes and application lead to it. Read once, by
 * reflection: requests choose the chains of classes that lead to it, and must not have it read
 * again.
 *
 * @param onMethods what is read of each resource method
 * @param strayAnnotations a mistake for each policy in the class that is where no resource method
 *     is
 * @param injected the names of the request headers that are injected into the members of the class
 * @param ofLocators the names that the parameters of each locator declare
 * @param settled the members of a policy that the class sets, for its own methods and for all that
 *     is below it
 */
public record ResourceShape(
    Class<?> type,
    ClassMethods methods,
    Map<ResourceMethod, OnMethod> onMethods,
    List<Mistake> strayAnnotations,
    Set<HeaderName> injected,
    Map<Method, Set<HeaderName>> ofLocators,
    Set<Member> settled) {

  /**
   * A resource method by itself.
   *
   * @param levels its levels and those of the class
   * @param mistakes what is wrong with the policy on it, whatever other levels set
   */
  public record OnMethod(LevelWalk levels, DeclaredHeaders headers, List<Mistake> mistakes) {}

  public static ResourceShape of(Class<?> type) {
    ClassMethods methods = ClassMethods.of(type);
    Map<ResourceMethod, OnMethod> onMethods = new LinkedHashMap<>();
    for (ResourceMethod method : methods.all()) {
      LevelWalk levels = new LevelWalk().addMethod(type, method.method()).addClass(type);
      onMethods.put(
          method, new OnMethod(levels, DeclaredHeaders.of(method), Misplaced.lists(method)));
    }
    Map<Method, Set<HeaderName>> ofLocators = new LinkedHashMap<>();
    for (Method locator : methods.locators()) {
      Method annotated = ClassMethods.annotated(type, locator);
      ofLocators.put(locator, DeclaredHeaders.ofParameters(annotated, type));
    }
    return new ResourceShape(
        type,
        methods,
        onMethods,
        Misplaced.annotations(type, methods),
        InjectedHeaders.ofMembers(type),
        ofLocators,
        LevelWalk.settledBy(type));
  }

  /** Returns the levels of a resource method and of the class, to which others may be added. */
  public LevelWalk levels(ResourceMethod method) {
    return on(method).levels().copy();
  }

  /** Returns what is read of a resource method of the class. */
  public OnMethod on(ResourceMethod method) {
    OnMethod read = onMethods.get(method);
    if (read == null) {
      throw new IllegalArgumentException("not a method of this class: " + method.place());
    }
    return read;
  }

  /** Returns the names of the request headers that are read on the way through this class. */
  public Set<HeaderName> readOnTheWayTo(Class<?> target) {
    Set<HeaderName> read = new LinkedHashSet<>(injected);
    locatorsTo(target).forEach(locator -> read.addAll(ofLocators.getOrDefault(locator, Set.of())));
    return read;
  }

  /** Returns the locators that may have led to a class: all, where none is known to. */
  List<Method> locatorsTo(Class<?> target) {
    List<Method> leading = methods.locators().stream().filter(l -> leadsTo(target, l)).toList();
    return leading.isEmpty() ? methods.locators() : leading;
  }

  /** When in doubt, a locator does: it returns anything, a class, or what it has not got yet. */
  private boolean leadsTo(Class<?> target, Method locator) {
    Class<?> returned = TypeArguments.of(type).erased(locator.getGenericReturnType());
    return returned.isAssignableFrom(target)
        || returned == Class.class
        || CompletionStage.class.isAssignableFrom(returned);
  }
}
