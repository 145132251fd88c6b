package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.runtime.ForeignClasses;
import jakarta.ws.rs.core.Application;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The applications that are deployed, for code to which no runtime hands one.
 *
 * <p>The filters of an application hold it; this holds it weakly, since the library may be the
 * server's, and outlive it.
 */
public final class RunningDeployments {

  private static final Set<Redeployment> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private RunningDeployments() {}

  /** Takes note of an application that is deployed. */
  public static void add(Redeployment redeployment) {
    ALL.add(redeployment);
  }

  /**
   * Returns the applications whose classes are loaded beside a class: of others, that are deployed
   * in a WAR of their own, nothing it says could be true.
   */
  public static List<Redeployment> beside(Class<?> type) {
    return all().stream().filter(running -> isBeside(running, type)).toList();
  }

  private static List<Redeployment> all() {
    synchronized (ALL) {
      return List.copyOf(ALL);
    }
  }

  private static boolean isBeside(Redeployment running, Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return written(running)
        .map(application -> Objects.equals(application.getClassLoader(), loader))
        .orElseGet(
            () ->
                running.inForce().others().roots().stream()
                    .anyMatch(root -> Objects.equals(root.getClassLoader(), loader)));
  }

  /** An application that the runtime brings says nothing of whose it is. */
  private static Optional<Class<?>> written(Redeployment running) {
    return running
        .application()
        .filter(type -> type != Application.class && !ForeignClasses.isOfRuntime(type));
  }
}
