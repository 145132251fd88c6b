package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What RESTEasy does not tell a feature: the classes that were found by scanning, which it
 * registers one after the other when all features have been configured. Its deployment knows them.
 */
public final class RestEasyScan {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String PACKAGE = "org.jboss.resteasy.";

  private static final List<String> NAMED =
      List.of("getResourceClasses", "getJndiComponentResources", "getProviderClasses");
  private static final List<String> SCANNED =
      List.of(
          "getScannedResourceClasses",
          "getScannedJndiComponentResources",
          "getScannedProviderClasses");

  private RestEasyScan() {}

  /**
   * Returns the classes that are named in the descriptor of a web application or found by scanning;
   * nothing on other runtimes.
   *
   * @param listed what the application lists itself: if it lists anything, nothing is scanned
   */
  public static Set<Class<?>> classes(FeatureContext context, Collection<Class<?>> listed) {
    Set<Class<?>> classes = new LinkedHashSet<>();
    if (!context.getClass().getName().startsWith(PACKAGE)) {
      return classes;
    }
    try {
      Object deployment = deployment(context.getClass().getClassLoader());
      if (deployment != null) {
        addNamed(deployment, NAMED, classes);
        if (listed.isEmpty()) {
          addNamed(deployment, SCANNED, classes);
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "No RESTEasy to ask for what it has scanned: {0}", e);
    }
    return classes;
  }

  private static @Nullable Object deployment(@Nullable ClassLoader runtime)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(PACKAGE + "spi.ResteasyDeployment", false, runtime);
    return Class.forName(PACKAGE + "core.ResteasyContext", false, runtime)
        .getMethod("getContextData", Class.class)
        .invoke(null, type);
  }

  private static void addNamed(Object deployment, List<String> getters, Set<Class<?>> classes)
      throws ReflectiveOperationException {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    for (String getter : getters) {
      if (deployment.getClass().getMethod(getter).invoke(deployment) instanceof List<?> names) {
        for (Object name : names) {
          load(className(name.toString()), application).ifPresent(classes::add);
        }
      }
    }
  }

  /** A bean in JNDI is told as its name there, its class, and whether it is kept. */
  private static String className(String told) {
    String[] parts = told.strip().split(";", -1);
    return parts.length < 2 ? parts[0] : parts[1];
  }

  private static Optional<Class<?>> load(String name, @Nullable ClassLoader application) {
    try {
      return Optional.of(Class.forName(name, false, application));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
