package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;

/** What is found by a feature of an application on Jersey. */
final class OnJersey {

  private OnJersey() {}

  /** Returns what a feature finds, where one object is injected for its type. */
  static <T, F> F found(Class<T> type, T injected, Function<FeatureContext, F> finder) {
    AtomicReference<F> found = new AtomicReference<>();
    Feature feature =
        context -> {
          found.set(finder.apply(context));
          return true;
        };
    AbstractBinder binder =
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(injected).to(type);
          }
        };
    deployed(new ResourceConfig().registerInstances(feature, binder));
    return found.get();
  }

  static ApplicationHandler deployed(ResourceConfig application) {
    return new ApplicationHandler(application);
  }
}
