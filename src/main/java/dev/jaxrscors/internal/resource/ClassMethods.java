package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.RequestMethod;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a class that Jakarta REST looks at, as it defines them: annotations are inherited
 * from overridden methods, unless the overriding one has some of its own.
 *
 * @param all the resource methods, in a stable order
 * @param locators the sub-resource locators, in a stable order
 */
public record ClassMethods(List<ResourceMethod> all, List<Method> locators) {

  /** Returns the methods of a class. */
  public static ClassMethods of(Class<?> resource) {
    String pathOfClass = pathOfClass(resource);
    List<ResourceMethod> all = new ArrayList<>();
    List<Method> locators = new ArrayList<>();
    for (Method method : candidates(resource).toList()) {
      Method annotated = annotated(resource, method);
      Path path = annotated.getAnnotation(Path.class);
      String template = pathOf(path);
      Optional<RequestMethod> verb = verbOf(annotated);
      if (verb.isPresent()) {
        all.add(
            new ResourceMethod(
                resource,
                method,
                annotated,
                verb.get(),
                PathTemplate.anonymous(template),
                PathTemplate.join(pathOfClass, template)));
      } else if (path != null) {
        locators.add(method);
      }
    }
    return new ClassMethods(List.copyOf(all), List.copyOf(locators));
  }

  /** Reports whether a class is a root resource. */
  public static boolean isRoot(Class<?> type) {
    return Hierarchy.types(type).stream().anyMatch(t -> t.isAnnotationPresent(Path.class));
  }

  private static Stream<Method> candidates(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(m -> !Modifier.isStatic(m.getModifiers()))
        .filter(m -> m.getDeclaringClass() != Object.class)
        // A bridge to nothing is how a public class inherits from one that is not: it stays.
        .filter(m -> Hierarchy.unbridged(m).equals(m))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
  }

  /** In upper case, since that is how every runtime can match it, whatever the designator says. */
  private static Optional<RequestMethod> verbOf(Method annotated) {
    return designators(annotated)
        .flatMap(verb -> Stream.ofNullable(RequestMethod.parse(verb.toUpperCase(Locale.ROOT))))
        .findFirst();
  }

  /** Returns what the designators of a method say, as it is written. */
  public static Stream<String> designators(Method annotated) {
    return Arrays.stream(annotated.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(Stream::ofNullable)
        .map(HttpMethod::value);
  }

  /** Reports whether a method would be a resource method or a locator, were it public. */
  static boolean isMeant(Method method) {
    return designators(method).findAny().isPresent() || method.isAnnotationPresent(Path.class);
  }

  /** Returns the method itself, or the first of those it overrides that Jakarta REST looks at. */
  static Method annotated(Class<?> resource, Method method) {
    return Hierarchy.types(resource).stream()
        .flatMap(type -> Hierarchy.declared(type, method, resource).stream())
        .filter(ClassMethods::hasRestAnnotation)
        .findFirst()
        .orElse(method);
  }

  /** Those of parameters come last: they are read from the class file anew each time. */
  private static boolean hasRestAnnotation(Method method) {
    return isAnyOfRest(method.getAnnotations())
        || Arrays.stream(method.getParameterAnnotations()).anyMatch(ClassMethods::isAnyOfRest);
  }

  private static boolean isAnyOfRest(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .map(Annotation::annotationType)
        .anyMatch(
            type ->
                type.getName().startsWith("jakarta.ws.rs.")
                    || type.isAnnotationPresent(HttpMethod.class));
  }

  /** Returns the path template of a class, or of what it inherits one from; empty if none. */
  public static String pathOfClass(Class<?> resource) {
    return Hierarchy.types(resource).stream()
        .filter(t -> t.isAnnotationPresent(Path.class))
        .findFirst()
        .map(t -> pathOf(t.getAnnotation(Path.class)))
        .orElse("");
  }

  /** Returns the path template of a locator, with that of its class. */
  public static String pathOfLocator(Class<?> resource, Method locator) {
    String template = pathOf(annotated(resource, locator).getAnnotation(Path.class));
    return PathTemplate.join(pathOfClass(resource), template);
  }

  private static String pathOf(@Nullable Path path) {
    return path == null ? "" : path.value();
  }
}
