package dev.jaxrscors.internal.deploy;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which lines on classes may still go to the log once requests are served. Requests choose the ways
 * to a class: each class has its line once, and all together are within a {@link RateLimit}.
 */
final class LateLines {

  private static final int MOST_CLASSES = 1_000;

  private final RateLimit budget;
  private final Map<Class<?>, String> derivedEarly = new ConcurrentHashMap<>();
  private final Set<Class<?>> derivedLate = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> mistaken = ConcurrentHashMap.newKeySet();

  LateLines(RateLimit budget) {
    this.budget = budget;
  }

  /**
   * Reports whether to say what was derived for a class: at deployment whenever there is something
   * new, later once.
   */
  boolean derived(ResourceClass resource, boolean serving) {
    String line = String.join("; ", resource.derivations());
    if (!serving) {
      return !line.equals(derivedEarly.put(resource.type(), line));
    }
    return !line.equals(derivedEarly.get(resource.type())) && isFirst(derivedLate, resource.type());
  }

  /** Reports whether to say what is wrong with a class. */
  boolean mistaken(Class<?> type) {
    return isFirst(mistaken, type);
  }

  private boolean isFirst(Set<Class<?>> told, Class<?> type) {
    return told.size() < MOST_CLASSES
        && !told.contains(type)
        && budget.spend() >= 0
        && told.add(type);
  }
}
