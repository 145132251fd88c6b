package dev.jaxrscors;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A class as inheritance sees it: its superclasses, its interfaces, the methods it overrides. */
final class Hierarchy {

  /** By name, because the methods of a large class are asked for one after the other. */
  private static final ClassValue<Map<String, List<Method>>> DECLARED =
      new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
          return Arrays.stream(type.getDeclaredMethods())
              .filter(m -> !m.isBridge())
              .collect(Collectors.groupingBy(Method::getName));
        }
      };

  private Hierarchy() {}

  /** Returns the class as its author wrote it, without what containers put in front of it. */
  static Class<?> unproxied(Class<?> type) {
    Class<?> written = type;
    while (isGenerated(written) && written.getSuperclass() != Object.class) {
      written = written.getSuperclass();
    }
    return written;
  }

  private static boolean isGenerated(Class<?> type) {
    String name = type.getName();
    return !type.isInterface()
        && type.getSuperclass() != null
        && (name.contains("$$")
            || name.contains("$Proxy$")
            || name.endsWith("_Subclass")
            || name.endsWith("_ClientProxy"));
  }

  /** Returns the class, then its superclasses, nearest first, without {@code Object}. */
  static List<Class<?>> superclasses(Class<?> type) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      classes.add(c);
    }
    return classes;
  }

  /** Returns the interfaces of a class in rings of equal distance, nearest first. */
  static List<Set<Class<?>>> interfaces(Class<?> type) {
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
      rings.add(ring);
      frontier = next;
    }
    return rings;
  }

  /** Returns every type that a class is, the class itself first. */
  static List<Class<?>> types(Class<?> type) {
    List<Class<?>> types = new ArrayList<>(superclasses(type));
    interfaces(type).forEach(types::addAll);
    return types;
  }

  /** Returns the method for which the compiler made {@code method} a bridge, or itself. */
  static Method unbridged(Method method) {
    if (!method.isBridge()) {
      return method;
    }
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .filter(m -> !m.isBridge() && isOverridden(method, m))
        .findFirst()
        .orElse(method);
  }

  /** Returns the method of {@code type} itself that is {@code method}, or that it overrides. */
  static Optional<Method> declared(Class<?> type, Method method) {
    if (type == method.getDeclaringClass()) {
      return Optional.of(method);
    }
    // An overload with the very same parameters goes before one that a type variable makes fit.
    return DECLARED.get(type).getOrDefault(method.getName(), List.of()).stream()
        .filter(m -> isOverridden(m, method))
        .min(Comparator.comparing(m -> !hasSameParameters(m, method)));
  }

  private static boolean hasSameParameters(Method one, Method other) {
    return Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
  }

  /** Reports whether {@code upper} has the signature of {@code lower}, type variables resolved. */
  private static boolean isOverridden(Method upper, Method lower) {
    if (!upper.getName().equals(lower.getName())
        || upper.getParameterCount() != lower.getParameterCount()
        || Modifier.isStatic(upper.getModifiers())
        || Modifier.isPrivate(upper.getModifiers())) {
      return false;
    }
    Class<?>[] uppers = upper.getParameterTypes();
    Class<?>[] lowers = lower.getParameterTypes();
    Type[] generics = upper.getGenericParameterTypes();
    for (int i = 0; i < uppers.length; i++) {
      if (!isSameParameter(uppers[i], generics[i], lowers[i], upper.isBridge())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameParameter(
      Class<?> upper, Type generic, Class<?> lower, boolean bridge) {
    return upper == lower || ((bridge || isVariable(generic)) && upper.isAssignableFrom(lower));
  }

  private static boolean isVariable(Type generic) {
    return generic instanceof GenericArrayType array
        ? isVariable(array.getGenericComponentType())
        : generic instanceof TypeVariable;
  }
}
