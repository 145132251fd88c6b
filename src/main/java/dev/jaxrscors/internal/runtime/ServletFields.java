package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that are on a servlet response before Jakarta REST adds those of its own: what
 * servlet filters have set, or a resource past Jakarta REST. Found by name, where a runtime tells.
 */
public final class ServletFields {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String RESPONSE = "jakarta.servlet.http.HttpServletResponse";
  private static final String RESTEASY = "org.jboss.resteasy.core.ResteasyContext";
  private static final String CXF_PROPERTIES = "org.apache.cxf.jaxrs.impl.AbstractPropertiesImpl";

  /** No container tells. */
  public static final ServletFields UNKNOWN = new ServletFields(JerseyInjections.NONE);

  private final JerseyInjections injections;

  private ServletFields(JerseyInjections injections) {
    this.injections = injections;
  }

  /** Returns what finds the fields on the responses of an application. */
  public static ServletFields in(FeatureContext context) {
    return new ServletFields(JerseyInjections.in(context));
  }

  /** Reports whether a field with one of these names is known to be there. */
  public boolean haveAny(Collection<String> names, ContainerRequestContext request) {
    try {
      Object response = response(request);
      if (response == null) {
        return false;
      }
      Method contains =
          Names.ofApplication().type(RESPONSE).getMethod("containsHeader", String.class);
      for (String name : names) {
        if (Boolean.TRUE.equals(contains.invoke(response, name))) {
          return true;
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      String cause = String.valueOf(Names.cause(e));
      LOGGER.log(Level.DEBUG, "The fields of a servlet response are not known: {0}", cause);
    }
    return false;
  }

  private @Nullable Object response(ContainerRequestContext request)
      throws ReflectiveOperationException {
    Names names = Names.around(request);
    if (Cxf.isOwn(request)) {
      Object message = names.get(CXF_PROPERTIES, "getMessage", request);
      return message instanceof Map<?, ?> map ? map.get("HTTP.RESPONSE") : null;
    }
    if (request.getClass().getName().startsWith("org.jboss.resteasy.core.")) {
      return names
          .type(RESTEASY)
          .getMethod("getContextData", Class.class)
          .invoke(null, Names.ofApplication().type(RESPONSE));
    }
    return injections.get(RESPONSE);
  }
}
