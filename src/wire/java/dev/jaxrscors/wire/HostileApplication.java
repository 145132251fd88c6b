package dev.jaxrscors.wire;

import dev.jaxrscors.rest.CorsFeature;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The application of {@link HostileResources}, behind a proxy that is trusted. */
public final class HostileApplication extends Application {

  /** Makes the application, for a runtime. */
  public HostileApplication() {}

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new LinkedHashSet<>(HostileResources.CLASSES);
    classes.add(CorsFeature.class);
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("cors.trust-forwarded", "true");
  }
}
