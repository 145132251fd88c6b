package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the classes that RESTEasy has scanned: it registers them one after the other when all
 * features have been configured, but its deployment knows them before.
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
    Names names = Names.around(context);
    try {
      Object deployment =
          names
              .type(PACKAGE + "core.ResteasyContext")
              .getMethod("getContextData", Class.class)
              .invoke(null, names.type(PACKAGE + "spi.ResteasyDeployment"));
      if (deployment != null) {
        addNamed(deployment, NAMED, classes);
        if (listed.isEmpty()) {
          addNamed(deployment, SCANNED, classes);
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      String cause = String.valueOf(Names.cause(e));
      LOGGER.log(Level.DEBUG, "No RESTEasy to ask for what it has scanned: {0}", cause);
    }
    return classes;
  }

  private static void addNamed(Object deployment, List<String> getters, Set<Class<?>> classes)
      throws ReflectiveOperationException {
    Names application = new Names(Thread.currentThread().getContextClassLoader());
    for (String getter : getters) {
      if (deployment.getClass().getMethod(getter).invoke(deployment) instanceof List<?> names) {
        names.forEach(name -> application.find(className(name.toString())).ifPresent(classes::add));
      }
    }
  }

  /** A bean in JNDI is listed as its name there, its class, and whether it is cached. */
  private static String className(String listed) {
    String[] parts = listed.strip().split(";", -1);
    return parts.length < 2 ? parts[0] : parts[1];
  }
}
