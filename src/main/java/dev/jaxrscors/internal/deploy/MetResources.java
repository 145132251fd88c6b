package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.config.Hint;
import dev.jaxrscors.internal.resource.ClassMethods;
import java.lang.System.Logger.Level;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The resources of an application that have been met, and what follows from all of them together:
 * what they agree on, and what they leave to hand-written methods. Some runtimes announce them one
 * after the other, and what locators lead to is met when it is asked for.
 */
final class MetResources {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Function<List<Class<?>>, ResourceClass> read;
  private final CommonPolicy common = new CommonPolicy();
  private final Map<Class<?>, ResourceClass> roots = new LinkedHashMap<>();
  private final Set<String> builtPaths = new LinkedHashSet<>();
  private final Set<Class<?>> hintedBelow = ConcurrentHashMap.newKeySet();
  // Found when it is asked for, and again once more is met.
  private volatile @Nullable OwnOptions ownOptions;

  /**
   * Makes the resources of an application, none of which has been met.
   *
   * @param read finds out about a class below its parents, nearest first
   */
  MetResources(Function<List<Class<?>>, ResourceClass> read) {
    this.read = read;
  }

  /** Reports whether a class is a root resource that there can be an instance of. */
  static boolean isConcreteRoot(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers()) && ClassMethods.isRoot(type);
  }

  /**
   * Takes note of a resource class. One that is no root has its policy only below its parents.
   *
   * @param resource what was found out about it
   */
  void meet(ResourceClass resource, List<Class<?>> chain) {
    if (chain.size() > 1) {
      common.meet(resource);
    } else if (isConcreteRoot(resource.type()) && add(resource)) {
      common.meet(resource);
      meetBelow(resource, chain, new HashSet<>());
    }
  }

  private synchronized boolean add(ResourceClass root) {
    ownOptions = null;
    return roots.putIfAbsent(root.type(), root) == null;
  }

  /** What locators are declared to lead to counts from the deployment on. */
  private void meetBelow(ResourceClass above, List<Class<?>> chain, Set<Class<?>> seen) {
    for (Class<?> target : above.targetsOfLocators()) {
      if (!chain.contains(target) && seen.add(target)) {
        List<Class<?>> longer = new ArrayList<>(List.of(target));
        longer.addAll(chain);
        ResourceClass below = read.apply(longer);
        common.meet(below);
        meetBelow(below, longer, seen);
      }
    }
  }

  /**
   * Hints at hand-written methods for {@code OPTIONS} of what a locator has led to: once for a
   * class, not for each chain of parents, which requests choose.
   */
  void hintBelow(ResourceClass resource) {
    if (hintedBelow.add(resource.type())) {
      ownOptions().hintsBelow(resource).forEach(MetResources::log);
    }
  }

  /** Some loggers name the method that logs: not a lambda. */
  private static void log(Hint hint) {
    LOGGER.log(Level.INFO, "CORS hint: {0}", hint);
  }

  /** Returns the root classes. */
  synchronized List<Class<?>> roots() {
    return List.copyOf(roots.keySet());
  }

  /** Takes note of the paths of resources that are built in code. */
  synchronized void addBuiltPaths(Collection<String> paths) {
    ownOptions = null;
    builtPaths.addAll(paths);
  }

  /** Returns what all resources agree on. */
  CommonPolicy common() {
    return common;
  }

  /** Returns the hand-written methods for {@code OPTIONS} that no policy governs. */
  OwnOptions ownOptions() {
    OwnOptions known = ownOptions;
    return known == null ? findOwnOptions() : known;
  }

  private synchronized OwnOptions findOwnOptions() {
    OwnOptions found = ownOptions;
    if (found == null) {
      found = OwnOptions.of(roots.values(), builtPaths);
      ownOptions = found;
    }
    return found;
  }
}
