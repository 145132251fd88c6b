package dev.jaxrscors.internal.resource;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the type variables of everything that a class is stand for in that class: {@code Integer},
 * where it implements {@code Store<Integer>}. Without them an overload could be taken for the
 * method that overrides another, and get its policy.
 */
public record TypeArguments(Map<TypeVariable<?>, Type> arguments) {

  private static final ClassValue<Map<TypeVariable<?>, Type>> ARGUMENTS =
      Hierarchy.cached(TypeArguments::argumentsIn);

  public static TypeArguments of(Class<?> type) {
    return new TypeArguments(ARGUMENTS.get(type));
  }

  private static Map<TypeVariable<?>, Type> argumentsIn(Class<?> type) {
    Map<TypeVariable<?>, Type> arguments = new HashMap<>();
    for (Class<?> supertype : Hierarchy.types(type)) {
      Arrays.stream(supertype.getGenericInterfaces()).forEach(t -> note(t, arguments));
      note(supertype.getGenericSuperclass(), arguments);
    }
    return arguments;
  }

  private static void note(@Nullable Type supertype, Map<TypeVariable<?>, Type> arguments) {
    if (supertype instanceof ParameterizedType parameterized
        && parameterized.getRawType() instanceof Class<?> raw) {
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        arguments.putIfAbsent(
            raw.getTypeParameters()[i], parameterized.getActualTypeArguments()[i]);
      }
    }
  }

  /** Returns the types of the parameters that a method has in the class. */
  Class<?>[] parameters(Method method) {
    return Arrays.stream(method.getGenericParameterTypes())
        .map(this::erased)
        .toArray(Class<?>[]::new);
  }

  /** Returns what the one type variable of a supertype stands for in the class. */
  public Class<?> argument(Class<?> supertype) {
    return erased(supertype.getTypeParameters()[0]);
  }

  /**
   * Returns what type variables stand for within a type that is named here, such as {@code
   * Page<T>}, or the type that {@code T} stands for.
   */
  TypeArguments within(Type named) {
    Type type = resolved(named);
    Map<TypeVariable<?>, Type> inner = new HashMap<>(ARGUMENTS.get(erased(type)));
    if (type instanceof ParameterizedType parameterized
        && parameterized.getRawType() instanceof Class<?> raw) {
      for (int i = 0; i < raw.getTypeParameters().length; i++) {
        Type argument = resolved(parameterized.getActualTypeArguments()[i]);
        if (!(argument instanceof TypeVariable<?>)) {
          inner.put(raw.getTypeParameters()[i], argument);
        }
      }
    }
    return new TypeArguments(inner);
  }

  private Type resolved(Type type) {
    Type resolved = type;
    while (resolved instanceof TypeVariable<?> variable && arguments.containsKey(variable)) {
      resolved = arguments.get(variable);
    }
    return resolved;
  }

  /** Returns the class of a type that is named here. */
  Class<?> erased(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType parameterized) {
      return erased(parameterized.getRawType());
    }
    if (type instanceof GenericArrayType array) {
      return Array.newInstance(erased(array.getGenericComponentType()), 0).getClass();
    }
    if (type instanceof WildcardType wildcard) {
      return erased(wildcard.getUpperBounds()[0]);
    }
    return erased((TypeVariable<?>) type);
  }

  /** A variable without an argument is as wide as its bound. */
  private Class<?> erased(TypeVariable<?> variable) {
    Type argument = arguments.get(variable);
    return erased(argument == null ? variable.getBounds()[0] : argument);
  }
}
