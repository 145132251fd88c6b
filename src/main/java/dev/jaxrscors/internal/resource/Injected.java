package dev.jaxrscors.internal.resource;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a value is injected into: a field, a setter, a parameter.
 *
 * @param annotations its annotations
 * @param type its type, as it is written
 * @param name its name in the source; for a setter that of the property
 */
record Injected(List<Annotation> annotations, Type type, Supplier<String> name) {

  static Injected of(Field field) {
    return new Injected(
        List.of(field.getDeclaredAnnotations()), field.getGenericType(), field::getName);
  }

  static Injected ofSetter(Method setter) {
    return new Injected(
        List.of(setter.getDeclaredAnnotations()),
        setter.getGenericParameterTypes()[0],
        () -> property(setter.getName()));
  }

  /** All at once: each {@code Parameter#getAnnotations} parses the class file anew. */
  static List<Injected> parametersOf(Executable executable) {
    Annotation[][] annotations = executable.getParameterAnnotations();
    Class<?>[] types = executable.getParameterTypes();
    Type[] generic = executable.getGenericParameterTypes();
    // What the compiler puts in front, such as an outer instance, has no annotations, or no type
    // in the source.
    int implicit = types.length - annotations.length;
    int unwritten = types.length - generic.length;
    List<Injected> parameters = new ArrayList<>(annotations.length);
    for (int i = 0; i < annotations.length; i++) {
      int at = implicit + i;
      Type type = at < unwritten ? types[at] : generic[at - unwritten];
      parameters.add(
          new Injected(
              List.of(annotations[i]), type, () -> executable.getParameters()[at].getName()));
    }
    return parameters;
  }

  private static String property(String setter) {
    String name = setter.substring("set".length());
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
