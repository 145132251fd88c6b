package dev.jaxrscors.internal.resource;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A class as inheritance sees it: its superclasses, its interfaces, the methods it overrides. */
public final class Hierarchy {

  /** By name, because the methods of a large class are looked up one after the other. */
  private static final ClassValue<Map<String, List<Method>>> DECLARED =
      cached(type -> byName(type, m -> !m.isBridge()));

  private static final ClassValue<Map<String, List<Method>>> BRIDGES =
      cached(type -> byName(type, Method::isBridge));

  private static final ClassValue<List<Class<?>>> SUPERCLASSES =
      cached(Hierarchy::findSuperclasses);
  private static final ClassValue<List<Set<Class<?>>>> INTERFACES =
      cached(Hierarchy::findInterfaces);
  private static final ClassValue<List<Class<?>>> TYPES = cached(Hierarchy::findTypes);
  private static final ClassValue<Class<?>> WRITTEN = cached(Hierarchy::findWritten);

  private Hierarchy() {}

  /**
   * Caches something of each class. A server's class outlives the application, so cache JDK types
   * only: anything of ours would leak its class loader.
   */
  static <T> ClassValue<T> cached(Function<Class<?>, T> found) {
    return new ClassValue<>() {
      @Override
      protected T computeValue(Class<?> type) {
        return found.apply(type);
      }
    };
  }

  private static Map<String, List<Method>> byName(Class<?> type, Predicate<Method> kind) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(kind)
        .collect(Collectors.groupingBy(Method::getName));
  }

  /** Returns the class as its author wrote it, without what containers put in front of it. */
  public static Class<?> unproxied(Class<?> type) {
    return WRITTEN.get(type);
  }

  private static Class<?> findWritten(Class<?> type) {
    Class<?> written = type;
    while (Generated.isGenerated(written)) {
      written = written.getSuperclass();
    }
    return written;
  }

  /** Returns the class, then its superclasses, nearest first, without {@code Object}. */
  public static List<Class<?>> superclasses(Class<?> type) {
    return SUPERCLASSES.get(type);
  }

  private static List<Class<?>> findSuperclasses(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      classes.add(c);
    }
    return List.copyOf(classes);
  }

  /** Returns the interfaces of a class in rings of equal distance, nearest first. */
  static List<Set<Class<?>>> interfaces(Class<?> type) {
    return INTERFACES.get(type);
  }

  private static List<Set<Class<?>>> findInterfaces(Class<?> type) {
    List<Set<Class<?>>> rings = new ArrayList<>();
    Set<Class<?>> seen = new LinkedHashSet<>();
    Set<Class<?>> frontier = Set.of(type);
    while (!frontier.isEmpty()) {
      Set<Class<?>> ring = new LinkedHashSet<>();
      Set<Class<?>> next = new LinkedHashSet<>();
      for (Class<?> c : frontier) {
        Arrays.stream(c.getInterfaces()).filter(seen::add).forEach(ring::add);
        if (c.getSuperclass() != null && c.getSuperclass() != Object.class) {
          next.add(c.getSuperclass());
        }
      }
      next.addAll(ring);
      rings.add(Collections.unmodifiableSet(ring));
      frontier = next;
    }
    return List.copyOf(rings);
  }

  /** Returns every type that a class is, the class itself first. */
  public static List<Class<?>> types(Class<?> type) {
    return TYPES.get(type);
  }

  private static List<Class<?>> findTypes(Class<?> type) {
    List<Class<?>> types = new ArrayList<>(superclasses(type));
    interfaces(type).forEach(types::addAll);
    return List.copyOf(types);
  }

  /**
   * Returns the method for which the compiler made {@code method} a bridge, or itself. What a
   * container generates may override a bridge with a method that is none.
   */
  public static Method unbridged(Method method) {
    return bridgeOf(method)
        .flatMap(
            bridge ->
                Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
                    .filter(m -> !m.isBridge())
                    .filter(m -> isBridgedBy(bridge, m, bridge.getDeclaringClass()))
                    .findFirst())
        .orElse(method);
  }

  /** Returns the method if it is a bridge, or the bridge that it overrides. */
  private static Optional<Method> bridgeOf(Method method) {
    if (method.isBridge()) {
      return Optional.of(method);
    }
    return superclasses(method.getDeclaringClass()).stream()
        .skip(1)
        .flatMap(c -> BRIDGES.get(c).getOrDefault(method.getName(), List.of()).stream())
        .filter(bridge -> bridge.getReturnType() == method.getReturnType())
        .filter(bridge -> hasSameErasure(bridge, method))
        .findFirst();
  }

  private static boolean hasSameErasure(Method one, Method other) {
    return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  /** Reports whether a bridge has the erasure of something that a method overrides, or is. */
  private static boolean isBridgedBy(Method bridge, Method method, Class<?> type) {
    return types(type).stream()
        .flatMap(t -> DECLARED.get(t).getOrDefault(bridge.getName(), List.of()).stream())
        .filter(m -> hasSameErasure(m, bridge))
        .anyMatch(m -> isOverridden(m, method, type));
  }

  /**
   * Returns the method of {@code type} itself that is {@code method}, or that it overrides.
   *
   * @param type a supertype of the resource, or the resource
   * @param resource the class that says what type variables stand for
   */
  public static Optional<Method> declared(Class<?> type, Method method, Class<?> resource) {
    if (type == method.getDeclaringClass()) {
      return Optional.of(method);
    }
    return DECLARED.get(type).getOrDefault(method.getName(), List.of()).stream()
        .filter(m -> isOverridden(m, method, resource))
        .findFirst();
  }

  /**
   * Reports whether {@code upper} has the signature of {@code lower} in a class, or the same
   * erasure: what a container generates has lost its type arguments, and overrides all the same.
   */
  public static boolean isOverridden(Method upper, Method lower, Class<?> resource) {
    return upper.getName().equals(lower.getName())
        && upper.getParameterCount() == lower.getParameterCount()
        && !Modifier.isStatic(upper.getModifiers())
        && !Modifier.isPrivate(upper.getModifiers())
        && (hasSameErasure(upper, lower)
            || Arrays.equals(parameters(upper, resource), parameters(lower, resource)));
  }

  private static Class<?>[] parameters(Method method, Class<?> resource) {
    return TypeArguments.of(resource).parameters(method);
  }
}
