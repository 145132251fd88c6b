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
 * What a resource class says, whoever leads to it and whatever application it is in. Found out
 * once, by reflection: requests choose the chains of classes in which it is met, and must not have
 * it read again.
 */
public final class ResourceShape {

  private final Class<?> type;
  private final ClassMethods methods;
  private final Map<ResourceMethod, LevelWalk> levels = new LinkedHashMap<>();
  private final Map<ResourceMethod, DeclaredHeaders> headers = new LinkedHashMap<>();
  private final Map<ResourceMethod, List<Mistake>> mistakes = new LinkedHashMap<>();
  private final List<Mistake> strayAnnotations;
  private final Set<HeaderName> injected;
  private final Map<Method, Set<HeaderName>> ofLocators = new LinkedHashMap<>();
  private final Set<Member> said;

  public ResourceShape(Class<?> type) {
    this.type = type;
    this.methods = ClassMethods.of(type);
    this.injected = DeclaredHeaders.ofMembers(type);
    for (ResourceMethod method : methods.all()) {
      levels.put(method, new LevelWalk().addMethod(type, method.method()).addClass(type));
      headers.put(method, DeclaredHeaders.of(method));
      mistakes.put(method, Misplaced.lists(method));
    }
    this.strayAnnotations = Misplaced.annotations(type, methods);
    for (Method locator : methods.locators()) {
      Method annotated = ClassMethods.annotated(type, locator);
      ofLocators.put(locator, DeclaredHeaders.ofParameters(annotated, type));
    }
    this.said = LevelWalk.saidBy(type);
  }

  public Class<?> type() {
    return type;
  }

  public ClassMethods methods() {
    return methods;
  }

  /** Returns the levels of a resource method and of the class, to which others may be added. */
  public LevelWalk levels(ResourceMethod method) {
    return known(levels, method).copy();
  }

  public DeclaredHeaders headers(ResourceMethod method) {
    return known(headers, method);
  }

  private static <V> V known(Map<ResourceMethod, V> map, ResourceMethod method) {
    V value = map.get(method);
    if (value == null) {
      throw new IllegalArgumentException("not a method of this class: " + method.place());
    }
    return value;
  }

  /** Returns what is wrong with the policy on a method, whatever other levels say. */
  public List<Mistake> mistakes(ResourceMethod method) {
    return known(mistakes, method);
  }

  /** Returns a mistake for each policy in the class that is where no resource method is. */
  public List<Mistake> strayAnnotations() {
    return strayAnnotations;
  }

  /** Returns the names of the request headers that are injected into the members of the class. */
  public Set<HeaderName> injected() {
    return injected;
  }

  /** Returns what the class says of a policy, to its own methods and to all that is below it. */
  public Set<Member> said() {
    return said;
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
