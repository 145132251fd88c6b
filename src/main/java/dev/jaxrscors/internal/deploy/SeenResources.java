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
 * The resources of an application, as far as the runtime has announced them or locators have led to
 * them, and what follows from all of them together: the policy that they share, and the methods for
 * {@code OPTIONS} that they leave alone.
 */
final class SeenResources {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  // Reads a class below its parents, nearest first.
  private final Function<List<Class<?>>, ResourceClass> read;
  private final CommonPolicy common = new CommonPolicy();
  private final Map<Class<?>, ResourceClass> roots = new LinkedHashMap<>();
  private final Set<ResourceClass> below = ConcurrentHashMap.newKeySet();
  private final Set<String> builtPaths = new LinkedHashSet<>();
  private final Set<Class<?>> hintedBelow = ConcurrentHashMap.newKeySet();
  // Found on demand, and again after each new root.
  private volatile @Nullable OwnOptions ownOptions;

  SeenResources(Function<List<Class<?>>, ResourceClass> read) {
    this.read = read;
  }

  /** Reports whether a class is a root resource that there can be an instance of. */
  static boolean isConcreteRoot(Class<?> type) {
    return !Modifier.isAbstract(type.getModifiers()) && ClassMethods.isRoot(type);
  }

  /** Adds a resource class. One that is no root has its policy only below its parents. */
  void add(ResourceClass resource, List<Class<?>> chain) {
    if (chain.size() > 1) {
      common.add(resource);
    } else if (isConcreteRoot(resource.type()) && addRoot(resource)) {
      common.add(resource);
      addBelow(resource, chain, new HashSet<>());
    }
  }

  private synchronized boolean addRoot(ResourceClass root) {
    ownOptions = null;
    return roots.putIfAbsent(root.type(), root) == null;
  }

  /** The declared targets of locators count from the deployment on. */
  private void addBelow(ResourceClass above, List<Class<?>> chain, Set<Class<?>> seen) {
    for (Class<?> target : above.targetsOfLocators()) {
      if (!chain.contains(target) && seen.add(target)) {
        List<Class<?>> longer = new ArrayList<>(List.of(target));
        longer.addAll(chain);
        ResourceClass found = read.apply(longer);
        common.add(found);
        below.add(found);
        addBelow(found, longer, seen);
      }
    }
  }

  /**
   * Hints at hand-written methods for {@code OPTIONS} of what a locator has led to: once for a
   * class, not for each chain of parents, which requests choose.
   */
  void hintBelow(ResourceClass resource) {
    if (hintedBelow.add(resource.type())) {
      ownOptions().hintsBelow(resource).forEach(SeenResources::log);
    }
  }

  /** Some loggers name the method that logs: not a lambda. */
  private static void log(Hint hint) {
    LOGGER.log(Level.INFO, "CORS hint: {0}", hint);
  }

  synchronized void addBuiltPaths(Collection<String> paths) {
    ownOptions = null;
    builtPaths.addAll(paths);
  }

  /** Returns what the locators of root resources declare to lead to. */
  Set<ResourceClass> below() {
    return below;
  }

  CommonPolicy common() {
    return common;
  }

  /** Returns the hand-written methods for {@code OPTIONS} that no policy governs. */
  OwnOptions ownOptions() {
    OwnOptions found = ownOptions;
    return found == null ? findOwnOptions() : found;
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
