package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of the servlet request that a request of Jakarta REST came in. */
public final class ServletAttributes {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String CXF_PROPERTIES = "org.apache.cxf.jaxrs.impl.AbstractPropertiesImpl";

  private ServletAttributes() {}

  /** Returns an attribute; null if there is none, or no servlet request. */
  public static @Nullable Object get(ContainerRequestContext request, String name) {
    Object property = request.getProperty(name);
    return property == null && Cxf.isOwn(request) ? ofCxf(request, name) : property;
  }

  /** Elsewhere, the properties of a request are the attributes of the servlet request. */
  private static @Nullable Object ofCxf(ContainerRequestContext request, String name) {
    try {
      Names names = Names.around(request);
      Object message = names.get(CXF_PROPERTIES, "getMessage", request);
      Object servlet = message instanceof Map<?, ?> map ? map.get("HTTP.REQUEST") : null;
      return servlet == null
          ? null
          : names
              .type("jakarta.servlet.ServletRequest")
              .getMethod("getAttribute", String.class)
              .invoke(servlet, name);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "CXF does not tell the servlet request: {0}", e.toString());
      return null;
    }
  }
}
