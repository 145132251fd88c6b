package dev.jaxrscors.internal.resource;

import dev.jaxrscors.internal.runtime.KnownAnnotations;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The annotations at a resource method, or its class, by which somebody looks at who calls it. */
final class Guards {

  private Guards() {}

  /** Reports whether a role, a user, or nobody may call a method; what is nearest decides. */
  static boolean areOn(ResourceMethod method) {
    return annotations(method)
        .flatMap(annotation -> KnownAnnotations.closes(annotation).stream())
        .findFirst()
        .orElse(false);
  }

  /** Returns the annotations that bind filters to a method. */
  static Set<Class<? extends Annotation>> bindingsOn(ResourceMethod method) {
    return bindings(annotations(method));
  }

  /** Returns the annotations that bind filters to a class, or a class to what it filters. */
  static Set<Class<? extends Annotation>> bindingsOn(Class<?> type) {
    return bindings(
        Hierarchy.superclasses(type).stream()
            .flatMap(c -> Arrays.stream(c.getDeclaredAnnotations())));
  }

  private static Set<Class<? extends Annotation>> bindings(Stream<Annotation> annotations) {
    return annotations
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(NameBinding.class))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Annotation> annotations(ResourceMethod method) {
    List<Class<?>> types = Hierarchy.types(method.resource());
    Stream<? extends AnnotatedElement> methods =
        types.stream()
            .flatMap(t -> Hierarchy.declared(t, method.method(), method.resource()).stream());
    return Stream.<AnnotatedElement>concat(methods, types.stream())
        .flatMap(element -> Arrays.stream(element.getDeclaredAnnotations()));
  }
}
