package dev.jaxrscors.internal.resource;

import dev.jaxrscors.internal.runtime.ForeignClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What containers put in front of the class that an author wrote: proxies, intercepted subclasses.
 *
 * <p>It is tempting to know them by their names, such as {@code Orders_Subclass}; but authors and
 * compilers write such names too, and one taken for a proxy would lose its policy. So two
 * conditions hold instead: something of a container's marks the class as generated, and the class
 * adds nothing of its own. The second makes a wrong guess harmless: as its own resource, such a
 * class would have the policy of its superclass all the same.
 */
final class Generated {

  private Generated() {}

  /** Reports whether a container made the class, and added nothing that is of interest here. */
  static boolean isGenerated(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above != null
        && above != Object.class
        && isMarked(type)
        && type.getGenericSuperclass() == above
        && addsNothing(type, above);
  }

  private static boolean isMarked(Class<?> type) {
    return type.isSynthetic()
        || type.isHidden()
        || Arrays.stream(type.getInterfaces()).anyMatch(ForeignClasses::marksGenerated);
  }

  private static boolean addsNothing(Class<?> type, Class<?> above) {
    return repeats(type.getDeclaredAnnotations(), annotationsOf(above))
        && Arrays.stream(type.getInterfaces()).allMatch(i -> addsNothing(above, i, type))
        && Arrays.stream(type.getDeclaredFields()).allMatch(Generated::isBare)
        && Arrays.stream(type.getDeclaredMethods()).allMatch(m -> repeats(m, above))
        && Arrays.stream(type.getDeclaredConstructors()).allMatch(c -> repeats(c, above));
  }

  /** An interface that the superclass has anyway, or that says nothing, changes no policy. */
  private static boolean addsNothing(Class<?> above, Class<?> added, Class<?> type) {
    return added.isAssignableFrom(above)
        || (!LevelWalk.isAnnotated(added)
            && !ClassMethods.isRoot(added)
            && Arrays.stream(type.getGenericInterfaces()).allMatch(Class.class::isInstance));
  }

  private static Stream<Annotation> annotationsOf(Class<?> above) {
    return Hierarchy.superclasses(above).stream()
        .flatMap(c -> Arrays.stream(c.getDeclaredAnnotations()));
  }

  private static boolean repeats(Annotation[] own, Stream<Annotation> above) {
    return own.length == 0 || above.toList().containsAll(List.of(own));
  }

  private static boolean isBare(Field field) {
    return field.getDeclaredAnnotations().length == 0;
  }

  /** Some containers copy the annotations of what they override, for those that do not inherit. */
  private static boolean repeats(Method own, Class<?> above) {
    if (own.isBridge() || isBare(own.getDeclaredAnnotations(), own.getParameterAnnotations())) {
      return true;
    }
    Optional<Method> overridden =
        Hierarchy.superclasses(above).stream()
            .flatMap(c -> Hierarchy.declared(c, own, above).stream())
            .findFirst();
    return overridden
        .filter(m -> repeats(own.getDeclaredAnnotations(), Stream.of(m.getDeclaredAnnotations())))
        .filter(m -> Arrays.deepEquals(own.getParameterAnnotations(), m.getParameterAnnotations()))
        .isPresent();
  }

  private static boolean repeats(Constructor<?> own, Class<?> above) {
    return isBare(new Annotation[0], own.getParameterAnnotations())
        || Arrays.stream(above.getDeclaredConstructors())
            .anyMatch(
                c -> Arrays.deepEquals(own.getParameterAnnotations(), c.getParameterAnnotations()));
  }

  private static boolean isBare(Annotation[] own, Annotation[][] ofParameters) {
    return own.length == 0 && Arrays.stream(ofParameters).allMatch(p -> p.length == 0);
  }
}
