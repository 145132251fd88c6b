package dev.jaxrscors.contract.layers;

import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;
import dev.jaxrscors.wire.Failing;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An application whose exceptions are mapped when nothing else does it. */
@ApplicationPath("api")
public class LayersApplication extends Application {

  private final Set<Class<?>> classes;
  private final Set<Object> singletons;

  private LayersApplication(Set<Class<?>> classes, Set<Object> singletons) {
    this.classes = classes;
    this.singletons = singletons;
  }

  /**
   * Returns an application of resources and providers.
   *
   * @param components its classes, in the order in which they are listed; {@code CorsFeature} among
   *     them
   * @return the application
   */
  public static LayersApplication of(Class<?>... components) {
    return new LayersApplication(new LinkedHashSet<>(List.of(components)), Set.of());
  }

  /**
   * Returns an application with an instance.
   *
   * @param instance a provider
   * @param components the classes
   * @return the application
   */
  public static LayersApplication with(Object instance, Class<?>... components) {
    return new LayersApplication(new LinkedHashSet<>(List.of(components)), Set.of(instance));
  }

  /**
   * Returns an application that has no mapper of its own for everything.
   *
   * @return the application
   */
  public static LayersApplication plain() {
    return of(
        CorsFeature.class,
        Shared.class,
        Open.class,
        Failing.class,
        Failing.Refused.class,
        Located.class,
        Intercepted.class,
        Intercepted.Old.class);
  }

  @Override
  public Set<Class<?>> getClasses() {
    return classes;
  }

  @Override
  @SuppressWarnings("deprecation")
  public Set<Object> getSingletons() {
    return singletons;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of(CorsSetup.PROPERTY, CorsSetup.builder().mapUnhandledExceptions().build());
  }
}
