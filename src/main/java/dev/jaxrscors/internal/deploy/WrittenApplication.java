package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.runtime.WrappedApplication;
import jakarta.ws.rs.core.Application;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An application as its author wrote it, whatever a runtime has put around it. */
public final class WrittenApplication {

  private final List<Application> outermostFirst;

  private WrittenApplication(List<Application> outermostFirst) {
    this.outermostFirst = outermostFirst;
  }

  /** Looks into an application; null if there is none, which then has nothing. */
  public static WrittenApplication in(@Nullable Application application) {
    return new WrittenApplication(WrappedApplication.unwrapped(application));
  }

  /** Returns its class. */
  public Optional<Class<?>> type() {
    return outermostFirst.stream()
        .reduce((outer, inner) -> inner)
        .<Class<?>>map(Object::getClass)
        .map(Hierarchy::unproxied);
  }

  /** Returns the classes that it lists, those of its instances included. */
  // Deprecated for its users; what still comes from there counts all the same.
  @SuppressWarnings("deprecation")
  public Set<Class<?>> listed() {
    Set<Class<?>> listed = new LinkedHashSet<>();
    for (Application application : outermostFirst) {
      listed.addAll(application.getClasses());
      listed.addAll(AuthenticationSearch.classesOf(application.getSingletons()));
    }
    return listed;
  }

  /** Returns its properties, as the author's own class tells them now. */
  Map<String, Object> ownProperties() {
    return outermostFirst.isEmpty()
        ? Map.of()
        : outermostFirst.get(outermostFirst.size() - 1).getProperties();
  }

  /** Returns its properties; what is written goes before what a runtime adds. */
  public Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    outermostFirst.forEach(application -> properties.putAll(application.getProperties()));
    return properties;
  }
}
