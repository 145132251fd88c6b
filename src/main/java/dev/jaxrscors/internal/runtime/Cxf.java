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

  /** Reports whether CXF configures a feature, and its requests show what they are matched with. */
  public static boolean configures(FeatureContext context) {
    return isOwn(context)
        && Names.around(context)
            .find(CXF + "jaxrs.impl.ContainerRequestContextImpl")
            .filter(RuntimeMatch::isReadableIn)
            .isPresent();
  }

  /** Reports whether a request, or anything else of a runtime, is one of CXF. */
  public static boolean isOwn(Object context) {
    return context.getClass().getName().startsWith(CXF);
  }

  /**
   * Returns the classes of the request filters that no name binds; none on other runtimes. CXF
   * shows a feature what is registered in the same way, not the providers that a server has found
   * by scanning; its requests know them.
   */
  public static Set<Class<?>> requestFilters(ContainerRequestContext request) {
    if (!isOwn(request)) {
      return Set.of();
    }
    try {
      return classes(filters(request));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "CXF does not tell its request filters: {0}", e.toString());
      return Set.of();
    }
  }

  /** Returns the message that a request came in. */
  static Object message(ContainerRequestContext request) throws ReflectiveOperationException {
    Object message =
        Names.around(request).get(CXF + "jaxrs.impl.AbstractPropertiesImpl", "getMessage", request);
    if (message == null) {
      throw new NoSuchFieldException("the request has no message");
    }
    return message;
  }

  private static List<Object> filters(ContainerRequestContext request)
      throws ReflectiveOperationException {
    Names names = Names.around(request);
    Object message = message(request);
    Class<?> factory = names.type(CXF + "jaxrs.provider.ServerProviderFactory");
    Object providers =
        factory.getMethod("getInstance", names.type(CXF + "message.Message")).invoke(null, message);
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
}
