package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Optional;

/**
 * What Quarkus REST does not tell a feature: it injects no application, names no component, and
 * calls no {@code DynamicFeature} that a feature has registered. But root resources and the
 * application are beans there, and known when it is deployed.
 */
public final class QuarkusRest {

  private QuarkusRest() {}

  /** Reports whether it is Quarkus REST that configures a feature. */
  public static boolean configures(FeatureContext context) {
    return context.getClass().getName().startsWith("org.jboss.resteasy.reactive.");
  }

  /** Returns the application, if there is one. */
  public static Optional<? extends Application> application() {
    return CdiBeans.classes().stream()
        .filter(Application.class::isAssignableFrom)
        .findFirst()
        .flatMap(type -> CdiBeans.find(type.asSubclass(Application.class)));
  }
}
