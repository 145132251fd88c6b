package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Authentication;
import dev.jaxrscors.internal.resource.ClassMethods;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.internal.runtime.ForeignClasses;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Configuration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for what authenticates among everything that an application brings: first when the feature
 * is configured, then when the first request comes, since other features, and scanning, may have
 * added to it in between.
 *
 * <p>What the server brings is left out: it has mechanisms and filters of its own in every
 * application, whether they look at anything or not.
 */
public final class AuthenticationSearch implements Function<Set<Class<?>>, Authentication> {

  private final Configuration configuration;
  private final Set<Class<?>> listed;
  private final Optional<Class<?>> application;
  private final Set<ClassLoader> loaders;

  // Whoever asks later may be in the context of another application: what is a bean stays one.
  private final Set<Class<?>> beans = ConcurrentHashMap.newKeySet();

  /**
   * Makes a search.
   *
   * @param components what is known of the application now
   * @param listed those among them that the application itself lists
   * @param application the class of the application, if it is known
   */
  public AuthenticationSearch(
      Configuration configuration,
      Set<Class<?>> components,
      Set<Class<?>> listed,
      Optional<Class<?>> application) {
    this.configuration = configuration;
    this.listed = Set.copyOf(listed);
    this.application = application;
    this.loaders = loaders(components);
  }

  private Set<ClassLoader> loaders(Set<Class<?>> components) {
    Set<ClassLoader> found = new HashSet<>();
    application
        .filter(type -> !ForeignClasses.isOfRuntime(type))
        .ifPresent(t -> addLoader(t, found));
    components.stream()
        .filter(type -> ClassMethods.isRoot(type) && !ForeignClasses.isOfRuntime(type))
        .forEach(type -> addLoader(type, found));
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      found.add(context);
    }
    return found;
  }

  private static void addLoader(Class<?> type, Set<ClassLoader> loaders) {
    if (type.getClassLoader() != null) {
      loaders.add(type.getClassLoader());
    }
  }

  @Override
  public Authentication apply(Set<Class<?>> met) {
    Set<Class<?>> known = new LinkedHashSet<>(met);
    known.addAll(registered(configuration));
    CdiBeans.classes().stream()
        .filter(type -> loaders.contains(type.getClassLoader()))
        .forEach(beans::add);
    known.addAll(beans);
    known.removeIf(type -> !loaders.contains(type.getClassLoader()));
    known.addAll(listed);
    return Authentication.of(known, this::priority, application);
  }

  private Optional<Integer> priority(Class<?> filter) {
    return Optional.ofNullable(configuration.getContracts(filter))
        .map(contracts -> contracts.get(ContainerRequestFilter.class));
  }

  /** Returns the classes of everything that is registered. */
  public static Set<Class<?>> registered(Configuration configuration) {
    Set<Class<?>> classes = new LinkedHashSet<>(configuration.getClasses());
    classes.addAll(classesOf(configuration.getInstances()));
    return classes;
  }

  /** Returns the classes of some instances. */
  public static Set<Class<?>> classesOf(Collection<?> instances) {
    return instances.stream()
        .<Class<?>>map(Object::getClass)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
