package dev.jaxrscors;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an application looks at who calls it, but for the roles at its methods: by a filter, most
 * often, that reads a bearer token from {@code Authorization}.
 *
 * @param everywhere what looks at every request, if anything does
 * @param idle the annotations that are known to bind something else than request filters
 */
record Authentication(Optional<String> everywhere, Set<Class<? extends Annotation>> idle) {

  /** Nothing is known: what is bound to a method may look at who calls it. */
  static final Authentication UNKNOWN = new Authentication(Optional.empty(), Set.of());

  // By name, because the annotations are optional on the class path of an application.
  private static final String PRIORITY = "jakarta.annotation.Priority";
  private static final String MICROPROFILE = "org.eclipse.microprofile.auth.LoginConfig";
  private static final List<String> SECURITY =
      List.of("jakarta.security.enterprise.", "fish.payara.security.");
  private static final String MECHANISM =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

  /**
   * Returns what the classes of an application tell.
   *
   * @param components what it registers, and its beans
   * @param priority the priority that a request filter was registered with, if any
   * @param application the class of the application, if it is known
   */
  static Authentication of(
      Collection<Class<?>> components,
      Function<Class<?>, Optional<Integer>> priority,
      Optional<Class<?>> application) {
    Set<Class<? extends Annotation>> everywhere = new HashSet<>();
    application.ifPresent(type -> everywhere.addAll(Guards.bindingsOn(type)));
    Optional<String> by =
        Stream.concat(application.stream(), components.stream())
            .filter(c -> isMechanism(c) || authenticates(c, priority, everywhere))
            .map(Levels::place)
            .sorted()
            .findFirst();
    return new Authentication(by, idle(components));
  }

  private static boolean authenticates(
      Class<?> component,
      Function<Class<?>, Optional<Integer>> priority,
      Set<Class<? extends Annotation>> everywhere) {
    if (!ContainerRequestFilter.class.isAssignableFrom(component)) {
      return false;
    }
    Set<Class<? extends Annotation>> bindings = Guards.bindingsOn(component);
    // One that is bound to the application itself filters everything, as its author says.
    return bindings.isEmpty()
        ? isOfSecurity(priority.apply(component).or(() -> written(component)))
        : everywhere.containsAll(bindings);
  }

  private static boolean isOfSecurity(Optional<Integer> priority) {
    return priority
        .filter(p -> p >= Priorities.AUTHENTICATION && p < Priorities.HEADER_DECORATOR)
        .isPresent();
  }

  private static Optional<Integer> written(Class<?> component) {
    return Hierarchy.superclasses(component).stream()
        .flatMap(c -> Arrays.stream(c.getDeclaredAnnotations()))
        .filter(a -> a.annotationType().getName().equals(PRIORITY))
        .findFirst()
        .flatMap(Authentication::value);
  }

  private static Optional<Integer> value(Annotation priority) {
    try {
      Object value = priority.annotationType().getMethod("value").invoke(priority);
      return value instanceof Integer number ? Optional.of(number) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      // Another annotation than the one of that name that is known.
      return Optional.empty();
    }
  }

  /** Reports whether a class asks the container to authenticate, or does so in its place. */
  private static boolean isMechanism(Class<?> type) {
    return Hierarchy.types(type).stream()
        .anyMatch(
            t ->
                t.getName().equals(MECHANISM)
                    || Arrays.stream(t.getDeclaredAnnotations())
                        .anyMatch(a -> isMechanism(a.annotationType().getName())));
  }

  private static boolean isMechanism(String annotation) {
    return annotation.equals(MICROPROFILE)
        || (SECURITY.stream().anyMatch(annotation::startsWith)
            && annotation.contains("Authentication")
            && annotation.contains("Definition"));
  }

  private static Set<Class<? extends Annotation>> idle(Collection<Class<?>> components) {
    Set<Class<? extends Annotation>> idle = new HashSet<>();
    components.stream()
        .filter(Authentication::isOtherProvider)
        .forEach(provider -> idle.addAll(Guards.bindingsOn(provider)));
    components.stream()
        .filter(ContainerRequestFilter.class::isAssignableFrom)
        .forEach(filter -> idle.removeAll(Guards.bindingsOn(filter)));
    return Set.copyOf(idle);
  }

  private static boolean isOtherProvider(Class<?> component) {
    return ContainerResponseFilter.class.isAssignableFrom(component)
        || ReaderInterceptor.class.isAssignableFrom(component)
        || WriterInterceptor.class.isAssignableFrom(component);
  }

  /** Reports whether a request filter looks at requests to a method with these annotations. */
  boolean guards(Set<Class<? extends Annotation>> bindings) {
    return everywhere.isPresent() || bindings.stream().anyMatch(b -> !idle.contains(b));
  }
}
