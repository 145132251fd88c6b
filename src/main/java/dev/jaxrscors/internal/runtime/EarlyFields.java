package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Header fields that stand on the response of the server before a resource method runs that sends
 * events: on Quarkus REST, since no response filter runs for it, and on CXF, where those run first.
 */
public final class EarlyFields {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private EarlyFields() {}

  /** Takes fields off again, and reports whether that was in time. */
  public static boolean takeOff(ContainerRequestContext request, Set<String> names) {
    try {
      return Cxf.isOwn(request)
          ? takeOff(ServletResponse.of(Cxf.message(request)), names)
          : QuarkusRest.takeOffResponse(request, names);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOGGER.log(Level.DEBUG, "Nothing is taken off a response: {0}", e.toString());
      return false;
    }
  }

  private static boolean takeOff(ServletResponse response, Set<String> names)
      throws ReflectiveOperationException {
    if (response.isCommitted()) {
      return false;
    }
    // Not every container takes a null for the removal of a header; all of them reset.
    Map<String, List<String>> kept = response.headers();
    kept.keySet().removeIf(name -> names.stream().anyMatch(name::equalsIgnoreCase));
    int status = response.status();
    response.reset();
    response.status(status);
    for (Map.Entry<String, List<String>> field : kept.entrySet()) {
      for (String value : field.getValue()) {
        response.add(field.getKey(), value);
      }
    }
    return true;
  }

  /** A response of a servlet container, whose API need not be on the class path. */
  private record ServletResponse(Class<?> type, Object response) {

    static ServletResponse of(Object message) throws ReflectiveOperationException {
      Object response = ((Map<?, ?>) message).get("HTTP.RESPONSE");
      if (response == null) {
        throw new ClassNotFoundException("no servlet response");
      }
      Class<?> type = Names.around(response).type("jakarta.servlet.http.HttpServletResponse");
      return new ServletResponse(type, response);
    }

    boolean isCommitted() throws ReflectiveOperationException {
      return Boolean.TRUE.equals(type.getMethod("isCommitted").invoke(response));
    }

    Map<String, List<String>> headers() throws ReflectiveOperationException {
      Map<String, List<String>> headers = new LinkedHashMap<>();
      for (Object name : (Collection<?>) type.getMethod("getHeaderNames").invoke(response)) {
        List<String> values = new ArrayList<>();
        ((Collection<?>) type.getMethod("getHeaders", String.class).invoke(response, name))
            .forEach(value -> values.add(value.toString()));
        headers.put(name.toString(), values);
      }
      return headers;
    }

    int status() throws ReflectiveOperationException {
      return (Integer) type.getMethod("getStatus").invoke(response);
    }

    void status(int status) throws ReflectiveOperationException {
      type.getMethod("setStatus", int.class).invoke(response, status);
    }

    void reset() throws ReflectiveOperationException {
      type.getMethod("reset").invoke(response);
    }

    void add(String name, String value) throws ReflectiveOperationException {
      type.getMethod("addHeader", String.class, String.class).invoke(response, name, value);
    }
  }
}
