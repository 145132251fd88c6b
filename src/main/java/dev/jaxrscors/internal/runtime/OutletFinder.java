package dev.jaxrscors.internal.runtime;

import static java.lang.invoke.MethodType.methodType;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The outlets of the runtimes, by names of their own. Nothing of a runtime need be on the class
 * path: where the names are unknown, there is no outlet.
 */
public final class OutletFinder {

  private static final List<Dialect> DIALECTS = List.of(OnRestEasy::new, OnJersey::new, OnCxf::new);

  // Not attached to the class, which is the server's, and would hold on to an application.
  private final Map<Class<?>, Outlet> known = new ConcurrentHashMap<>();

  /** Finds the outlet of one runtime. */
  @FunctionalInterface
  private interface Dialect {
    Outlet outlet(Class<?> response) throws ReflectiveOperationException;
  }

  public Outlet of(ContainerResponseContext response) {
    Outlet outlet = known.get(response.getClass());
    return outlet == null ? known.computeIfAbsent(response.getClass(), OutletFinder::find) : outlet;
  }

  private static Outlet find(Class<?> response) {
    return DIALECTS.stream()
        .map(dialect -> find(dialect, response))
        .filter(outlet -> outlet != Outlet.NONE)
        .findFirst()
        .orElse(Outlet.NONE);
  }

  private static Outlet find(Dialect dialect, Class<?> response) {
    try {
      return dialect.outlet(response);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return Outlet.NONE;
    }
  }

  /** RESTEasy adds the map of a {@code Response} to the fields of the exchange at the end. */
  private static final class OnRestEasy implements Outlet {

    private final MethodHandle fields;

    OnRestEasy(Class<?> response) throws ReflectiveOperationException {
      Names names = new Names(response.getClassLoader());
      MethodHandle server =
          names.getter(
              "org.jboss.resteasy.core.interception.jaxrs.ContainerResponseContextImpl",
              "getHttpResponse");
      MethodHandle headers = Names.getter(server.type().returnType(), "getOutputHeaders");
      // On Quarkus it puts the map of a Response in the place of the fields of the exchange.
      if (!server.type().parameterType(0).isAssignableFrom(response)
          || names.find("io.quarkus.resteasy.runtime.standalone.VertxHttpResponse").isPresent()) {
        throw new ClassNotFoundException(response.getName());
      }
      this.fields =
          MethodHandles.filterReturnValue(server, headers)
              .asType(methodType(MultivaluedMap.class, ContainerResponseContext.class));
    }

    // Throwable: what a handle may throw, the compiler cannot know.
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable MultivaluedMap<String, Object> apart(ContainerResponseContext response) {
      try {
        return (MultivaluedMap<String, Object>) (MultivaluedMap) fields.invokeExact(response);
      } catch (Error e) {
        throw e;
      } catch (Throwable e) {
        return null;
      }
    }
  }

  /** Jersey asks the request for the writer that takes the response to the container. */
  private static final class OnJersey implements Outlet {

    private final Class<?> writer;
    private final Method getWriter;
    private final Method setWriter;
    private final Constructor<?> copy;

    OnJersey(Class<?> response) throws ReflectiveOperationException {
      Names names = new Names(response.getClassLoader());
      Class<?> request = names.type("org.glassfish.jersey.server.ContainerRequest");
      this.writer = names.type("org.glassfish.jersey.server.spi.ContainerResponseWriter");
      this.getWriter = request.getMethod("getResponseWriter");
      this.setWriter = request.getMethod("setWriter", writer);
      Class<?> own = names.type("org.glassfish.jersey.server.ContainerResponse");
      this.copy = own.getConstructor(request, Response.class);
      if (!own.isAssignableFrom(response)) {
        throw new ClassNotFoundException(response.getName());
      }
    }

    @Override
    public boolean send(
        ContainerRequestContext request,
        ContainerResponseContext response,
        Map<String, List<Object>> fields) {
      try {
        Object inner = getWriter.invoke(request);
        setWriter.invoke(request, writing(inner, request, fields));
        return true;
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        return false;
      }
    }

    private Object writing(
        Object inner, ContainerRequestContext request, Map<String, List<Object>> fields) {
      return Proxy.newProxyInstance(
          writer.getClassLoader(),
          new Class<?>[] {writer},
          (proxy, method, arguments) -> {
            if (method.getName().equals("writeResponseStatusAndHeaders")) {
              arguments[1] =
                  copy.newInstance(
                      request, copied((ContainerResponseContext) arguments[1], fields));
            }
            try {
              return method.invoke(inner, arguments);
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }

    /** Returns a response for the container alone, which writes the status and the fields of it. */
    private static Response copied(
        ContainerResponseContext response, Map<String, List<Object>> fields) {
      Response.ResponseBuilder copied =
          Response.status(response.getStatusInfo()).entity(response.getEntity());
      fields.forEach((name, values) -> values.forEach(value -> copied.header(name, value)));
      return copied.build();
    }
  }

  /**
   * CXF keeps the fields that are sent with the message, and has put the map of the response there.
   */
  private static final class OnCxf implements Outlet {

    private static final String FIELDS = "org.apache.cxf.message.Message.PROTOCOL_HEADERS";

    private final Method currentMessage;

    OnCxf(Class<?> response) throws ReflectiveOperationException {
      this.currentMessage =
          new Names(response.getClassLoader())
              .type("org.apache.cxf.phase.PhaseInterceptorChain")
              .getMethod("getCurrentMessage");
      if (!response.getName().startsWith("org.apache.cxf.")) {
        throw new ClassNotFoundException(response.getName());
      }
    }

    @Override
    @SuppressWarnings("unchecked")
    public boolean send(
        ContainerRequestContext request,
        ContainerResponseContext response,
        Map<String, List<Object>> fields) {
      try {
        return currentMessage.invoke(null) instanceof Map<?, ?> message
            && message.get(FIELDS) == response.getHeaders()
            && ((Map<String, Object>) message).put(FIELDS, fields) != null;
      } catch (ReflectiveOperationException e) {
        return false;
      }
    }
  }
}
