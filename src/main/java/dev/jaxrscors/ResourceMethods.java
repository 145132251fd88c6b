package dev.jaxrscors;

import dev.jaxrscors.fetch.Method;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the resource methods of a class, as Jakarta REST defines them: annotations are inherited
 * from overridden methods, unless the overriding one has some of its own.
 */
final class ResourceMethods {

  private ResourceMethods() {}

  /** Returns the resource methods of a class, in a stable order. */
  static List<ResourceMethod> of(Class<?> resource) {
    return candidates(resource).flatMap(m -> of(resource, m).stream()).toList();
  }

  /** Returns the sub-resource locators of a class. */
  static List<java.lang.reflect.Method> locatorsOf(Class<?> resource) {
    return candidates(resource).filter(m -> isLocator(annotated(resource, m))).toList();
  }

  /** Reports whether a class is a root resource. */
  static boolean isRoot(Class<?> type) {
    return Hierarchy.types(type).stream().anyMatch(t -> t.isAnnotationPresent(Path.class));
  }

  private static Stream<java.lang.reflect.Method> candidates(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(m -> !m.isBridge() && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getDeclaringClass() != Object.class)
        .sorted(
            Comparator.comparing(java.lang.reflect.Method::getName)
                .thenComparing(java.lang.reflect.Method::toString));
  }

  private static Optional<ResourceMethod> of(Class<?> resource, java.lang.reflect.Method method) {
    java.lang.reflect.Method annotated = annotated(resource, method);
    String path = pathOf(annotated.getAnnotation(Path.class));
    return verbOf(annotated)
        .map(
            verb ->
                new ResourceMethod(
                    resource,
                    method,
                    annotated,
                    verb,
                    PathTemplate.anonymous(path),
                    PathTemplate.join(pathOfClass(resource), path)));
  }

  private static boolean isLocator(java.lang.reflect.Method annotated) {
    return annotated.isAnnotationPresent(Path.class) && verbOf(annotated).isEmpty();
  }

  private static Optional<Method> verbOf(java.lang.reflect.Method annotated) {
    return Arrays.stream(annotated.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(designator -> designator == null ? Stream.empty() : Stream.of(designator.value()))
        .flatMap(verb -> Stream.ofNullable(Method.parse(verb)))
        .findFirst();
  }

  /** Returns the method itself, or the first of those it overrides that Jakarta REST looks at. */
  private static java.lang.reflect.Method annotated(
      Class<?> resource, java.lang.reflect.Method method) {
    return Hierarchy.types(resource).stream()
        .flatMap(type -> Hierarchy.declared(type, method, resource).stream())
        .filter(ResourceMethods::hasRestAnnotation)
        .findFirst()
        .orElse(method);
  }

  private static boolean hasRestAnnotation(java.lang.reflect.Method method) {
    return Stream.concat(
            Arrays.stream(method.getAnnotations()),
            Arrays.stream(method.getParameterAnnotations()).flatMap(Arrays::stream))
        .map(Annotation::annotationType)
        .anyMatch(
            type ->
                type.getName().startsWith("jakarta.ws.rs.")
                    || type.isAnnotationPresent(HttpMethod.class));
  }

  /** Returns the path template of a class, or of what it inherits one from; empty if none. */
  static String pathOfClass(Class<?> resource) {
    return Hierarchy.types(resource).stream()
        .filter(t -> t.isAnnotationPresent(Path.class))
        .findFirst()
        .map(t -> pathOf(t.getAnnotation(Path.class)))
        .orElse("");
  }

  private static String pathOf(@Nullable Path path) {
    return path == null ? "" : path.value();
  }
}
