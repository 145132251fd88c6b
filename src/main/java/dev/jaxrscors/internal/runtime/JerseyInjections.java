package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * What Jersey injects into the requests to an application.
 *
 * @param manager what injects; null on other runtimes
 */
record JerseyInjections(@Nullable Object manager) {

  static final JerseyInjections NONE = new JerseyInjections(null);

  static JerseyInjections in(FeatureContext context) {
    try {
      Method getter =
          Names.around(context)
              .type("org.glassfish.jersey.InjectionManagerProvider")
              .getMethod("getInjectionManager", FeatureContext.class);
      return new JerseyInjections(getter.invoke(null, context));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return NONE;
    }
  }

  /** Returns what is injected for a type of the application now; null if there is none. */
  @Nullable Object get(String type) throws ReflectiveOperationException {
    if (manager == null) {
      return null;
    }
    Class<?> found = Names.ofApplication().find(type).orElse(null);
    return found == null
        ? null
        : Names.around(manager)
            .type("org.glassfish.jersey.internal.inject.InjectionManager")
            .getMethod("getInstance", Class.class)
            .invoke(manager, found);
  }
}
