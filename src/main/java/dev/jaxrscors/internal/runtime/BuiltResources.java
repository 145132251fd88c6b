package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.Configuration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The resources that an application builds in code, as Jersey tells them by names of its own. */
public final class BuiltResources {

  private static final String SERVER_CONFIG = "org.glassfish.jersey.server.ServerConfig";

  private BuiltResources() {}

  /**
   * Returns their paths, as they are written, below the root of the application; none on other
   * runtimes.
   */
  public static Set<String> paths(Configuration configuration) {
    Set<String> paths = new LinkedHashSet<>();
    try {
      Class<?> jersey =
          Class.forName(SERVER_CONFIG, false, configuration.getClass().getClassLoader());
      Object resources = jersey.getMethod("getResources").invoke(configuration);
      if (resources instanceof Collection<?> built) {
        for (Object resource : built) {
          Object path = resource.getClass().getMethod("getPath").invoke(resource);
          paths.add(path == null ? "" : path.toString());
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // Another runtime, or one that has nothing of the kind.
      return paths;
    }
    return paths;
  }
}
