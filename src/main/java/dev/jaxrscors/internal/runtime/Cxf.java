package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** CXF, by names of its own, since it need not be on the class path. */
public final class Cxf {

  private static final String CXF = "org.apache.cxf.";

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private Cxf() {}

  /** Reports whether it is CXF that configures a feature, and its requests tell what is matched. */
  public static boolean configures(FeatureContext context) {
    Class<?> cxf = context.getClass();
    try {
      return isOwn(context)
          && RuntimeMatch.isReadableIn(
              type("jaxrs.impl.ContainerRequestContextImpl", cxf.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Reports whether a request, or anything else of a runtime, is one of CXF. */
  public static boolean isOwn(Object context) {
    return context.getClass().getName().startsWith(CXF);
  }

  /**
   * Returns the classes of the request filters that no name binds; none on other runtimes. CXF
   * tells a feature only of what is registered in the same way, not of the providers that a server
   * has found by scanning; its requests know them.
   */
  public static Set<Class<?>> requestFilters(ContainerRequestContext request) {
    if (!isOwn(request)) {
      return Set.of();
    }
    try {
      return classes(filters(request));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "CXF does not tell its request filters: {0}", e);
      return Set.of();
    }
  }

  private static List<Object> filters(ContainerRequestContext request)
      throws ReflectiveOperationException {
    ClassLoader loader = request.getClass().getClassLoader();
    Object message =
        type("jaxrs.impl.AbstractPropertiesImpl", loader).getMethod("getMessage").invoke(request);
    Class<?> factory = type("jaxrs.provider.ServerProviderFactory", loader);
    Object providers =
        factory.getMethod("getInstance", type("message.Message", loader)).invoke(null, message);
    List<Object> filters = new ArrayList<>();
    filters.addAll(
        (Collection<?>) factory.getMethod("getPreMatchContainerRequestFilters").invoke(providers));
    filters.addAll(
        (Collection<?>)
            factory
                .getMethod("getPostMatchContainerRequestFilters", Set.class)
                .invoke(providers, Set.of()));
    return filters;
  }

  private static Set<Class<?>> classes(List<Object> filters) throws ReflectiveOperationException {
    Set<Class<?>> classes = new LinkedHashSet<>();
    for (Object filter : filters) {
      Method provider = filter.getClass().getMethod("getProvider");
      classes.add(provider.invoke(filter).getClass());
    }
    return classes;
  }

  private static Class<?> type(String name, ClassLoader loader) throws ClassNotFoundException {
    return Class.forName(CXF + name, false, loader);
  }
}
