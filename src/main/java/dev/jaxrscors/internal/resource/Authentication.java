package dev.jaxrscors.internal.resource;

import dev.jaxrscors.internal.runtime.KnownAnnotations;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
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
public record Authentication(Optional<String> everywhere, Set<Class<? extends Annotation>> idle) {

  /** Nothing is known: what is bound to a method may look at who calls it. */
  public static final Authentication UNKNOWN = new Authentication(Optional.empty(), Set.of());

  /**
   * Finds it in the classes of an application.
   *
   * @param components what it registers, and its beans
   * @param priority the priority that a request filter was registered with, if any
   * @param application the class of the application, if it is known
   */
  public static Authentication of(
      Collection<Class<?>> components,
      Function<Class<?>, Optional<Integer>> priority,
      Optional<Class<?>> application) {
    Set<Class<? extends Annotation>> everywhere = new HashSet<>();
    application.ifPresent(type -> everywhere.addAll(Guards.bindingsOn(type)));
    Optional<String> by =
        Stream.concat(application.stream(), components.stream())
            .filter(c -> isMechanism(c) || authenticates(c, priority, everywhere))
            .map(LevelWalk::place)
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
        .flatMap(annotation -> KnownAnnotations.priority(annotation).stream())
        .findFirst();
  }

  /** Reports whether a class asks the container to authenticate, or does so in its place. */
  private static boolean isMechanism(Class<?> type) {
    return Hierarchy.types(type).stream()
        .anyMatch(
            t ->
                KnownAnnotations.isMechanism(t)
                    || Arrays.stream(t.getDeclaredAnnotations())
                        .anyMatch(KnownAnnotations::declaresMechanism));
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
