package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.Configuration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The resources that an application builds in code, by Jersey's own names. */
public final class BuiltResources {

  private static final String SERVER_CONFIG = "org.glassfish.jersey.server.ServerConfig";

  private BuiltResources() {}

  /** Returns their paths, as written, below the root of the application; none elsewhere. */
  public static Set<String> paths(Configuration configuration) {
    Set<String> paths = new LinkedHashSet<>();
    try {
      if (Names.around(configuration).get(SERVER_CONFIG, "getResources", configuration)
          instanceof Collection<?> built) {
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
