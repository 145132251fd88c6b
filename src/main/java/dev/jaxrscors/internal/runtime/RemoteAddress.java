package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as a container tells: Jakarta REST itself does not. It is for
 * lines of the log alone, and looked up again for each, by name.
 */
public final class RemoteAddress {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String RESTEASY = "org.jboss.resteasy.";
  private static final String CXF = "org.apache.cxf.";
  private static final String SERVLET = "jakarta.servlet.ServletRequest";

  /** What Jersey injects, by its container, and the type that tells the address. */
  private static final List<Map.Entry<String, String>> INJECTED =
      List.of(
          Map.entry("jakarta.servlet.http.HttpServletRequest", SERVLET),
          Map.entry(
              "org.glassfish.grizzly.http.server.Request",
              "org.glassfish.grizzly.http.server.Request"));

  /** No container tells. */
  public static final RemoteAddress UNKNOWN = new RemoteAddress(JerseyInjections.NONE);

  private final JerseyInjections injections;

  private RemoteAddress(JerseyInjections injections) {
    this.injections = injections;
  }

  /** Returns what finds the addresses of the requests to an application. */
  public static RemoteAddress in(FeatureContext context) {
    return new RemoteAddress(JerseyInjections.in(context));
  }

  /** Returns the address; empty where it is not known. */
  public String of(ContainerRequestContext request) {
    try {
      Object found = found(request);
      return found == null ? "" : found.toString();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // Its text alone: some loggers print the stack of every exception that they are given.
      String cause = String.valueOf(Names.cause(e));
      LOGGER.log(Level.DEBUG, "The address of a request is not known: {0}", cause);
      return "";
    }
  }

  private @Nullable Object found(ContainerRequestContext request)
      throws ReflectiveOperationException {
    Names names = Names.around(request);
    String type = request.getClass().getName();
    if (type.startsWith(QuarkusRest.PACKAGE)) {
      return QuarkusRest.address(request);
    }
    if (type.startsWith(RESTEASY)) {
      String context = RESTEASY + "core.interception.jaxrs.PreMatchContainerRequestContext";
      Object http = names.get(context, "getHttpRequest", request);
      return names.get(RESTEASY + "spi.HttpRequest", "getRemoteAddress", http);
    }
    if (type.startsWith(CXF)) {
      Object message = names.get(CXF + "jaxrs.impl.AbstractPropertiesImpl", "getMessage", request);
      Object servlet = message instanceof Map<?, ?> map ? map.get("HTTP.REQUEST") : null;
      return servlet == null ? null : names.get(SERVLET, "getRemoteAddr", servlet);
    }
    return injected();
  }

  private @Nullable Object injected() throws ReflectiveOperationException {
    for (Map.Entry<String, String> candidate : INJECTED) {
      Object request = injections.get(candidate.getKey());
      if (request != null) {
        return Names.ofApplication().get(candidate.getValue(), "getRemoteAddr", request);
      }
    }
    return null;
  }
}
