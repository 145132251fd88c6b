package dev.jaxrscors.benchmarks.scale;

import dev.jaxrscors.rest.CorsFeature;
import dev.jaxrscors.rest.CorsSetup;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a runtime does with this library when an application starts, and nothing else of what
 * runtimes do: the feature is configured, then each resource method announced.
 */
final class FeatureHost {

  /**
   * A resource method, as it is announced.
   *
   * @param getResourceClass its class
   * @param getResourceMethod the method
   */
  private record Announced(Class<?> getResourceClass, Method getResourceMethod)
      implements ResourceInfo {}

  private final Configuration configuration;
  private final FeatureContext context;
  private final List<DynamicFeature> dynamicFeatures = new ArrayList<>();

  private FeatureHost(Set<Class<?>> resources, CorsSetup setup) {
    configuration =
        answering(
            Configuration.class,
            Map.of(
                "isRegistered", arguments -> false,
                "getRuntimeType", arguments -> RuntimeType.SERVER,
                "getClasses", arguments -> resources,
                "getInstances", arguments -> Set.of(),
                "getProperties", arguments -> Map.of(CorsSetup.PROPERTY, setup)));
    context =
        answering(
            FeatureContext.class,
            Map.of(
                "getConfiguration", arguments -> configuration,
                "register", arguments -> register(arguments[0])));
  }

  /**
   * Starts an application.
   *
   * @param resources its resource classes
   * @param setup its policies in code
   * @return how many resource methods were announced
   */
  static int start(List<Class<?>> resources, CorsSetup setup) {
    FeatureHost host = new FeatureHost(Set.copyOf(resources), setup);
    new CorsFeature().configure(host.context);
    int announced = 0;
    for (Class<?> resource : resources) {
      for (Method method : resource.getDeclaredMethods()) {
        host.announce(new Announced(resource, method));
        announced++;
      }
    }
    return announced;
  }

  private FeatureContext register(Object component) {
    if (component instanceof DynamicFeature feature) {
      dynamicFeatures.add(feature);
    }
    return context;
  }

  private void announce(ResourceInfo method) {
    dynamicFeatures.forEach(feature -> feature.configure(method, context));
  }

  private static <T> T answering(Class<T> type, Map<String, Function<Object[], Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Function<Object[], Object> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.toString());
              }
              return answer.apply(arguments);
            }));
  }
}
