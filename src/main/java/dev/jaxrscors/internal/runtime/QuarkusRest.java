package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus REST, which injects no application into a feature, names no component, and calls no
 * {@code DynamicFeature} that a feature has registered. But root resources and the application are
 * beans there, and known when it is deployed.
 */
public final class QuarkusRest {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** What the names of its own types begin with. */
  static final String PACKAGE = "org.jboss.resteasy.reactive.";

  /** The type of requests. */
  static final String REQUEST = PACKAGE + "server.spi.ResteasyReactiveContainerRequestContext";

  private QuarkusRest() {}

  /** Reports whether it is Quarkus REST that configures a feature. */
  public static boolean configures(FeatureContext context) {
    return context.getClass().getName().startsWith(PACKAGE);
  }

  /** Returns the application, if there is one. */
  public static Optional<? extends Application> application() {
    return CdiBeans.classes().stream()
        .filter(Application.class::isAssignableFrom)
        .findFirst()
        .flatMap(type -> CdiBeans.find(type.asSubclass(Application.class)));
  }

  /** Reports whether no response filter at all runs for what was matched: it sends events. */
  public static boolean isEvents(@Nullable ResourceInfo matched) {
    return matched != null
        && List.of(matched.getResourceMethod().getParameterTypes()).contains(SseEventSink.class);
  }

  /** Reports whether no response filter runs before what the matched method returns is streamed. */
  public static boolean isPublisher(@Nullable ResourceInfo matched) {
    return matched != null
        && Flow.Publisher.class.isAssignableFrom(matched.getResourceMethod().getReturnType());
  }

  /** Returns the address that a request came from, as Vert.x knows it; null where it does not. */
  static @Nullable Object address(ContainerRequestContext request)
      throws ReflectiveOperationException {
    Names names = Names.around(request);
    Object context = names.get(REQUEST, "getServerRequestContext", request);
    String contexts = PACKAGE + "server.core.ResteasyReactiveRequestContext";
    Class<?> vertx = names.type("io.vertx.core.http.HttpServerRequest");
    Object http =
        names
            .type(PACKAGE + "server.spi.ServerHttpRequest")
            .getMethod("unwrap", Class.class)
            .invoke(names.get(contexts, "serverRequest", context), vertx);
    Object address = http == null ? null : vertx.getMethod("remoteAddress").invoke(http);
    return address == null
        ? null
        : names.get("io.vertx.core.net.SocketAddress", "hostAddress", address);
  }

  /** Puts a field on the response of the server, past the filters. */
  public static void putOnResponse(ContainerRequestContext request, String name, String value) {
    try {
      ServerResponse.to(request).set(name, value);
    } catch (ReflectiveOperationException e) {
      LOGGER.log(Level.DEBUG, "{0} is not put on a response: {1}", name, e.toString());
    }
  }

  /**
   * Takes fields off the response of the server that were put there past the filters, and reports
   * whether that was in time.
   */
  static boolean takeOffResponse(ContainerRequestContext request, Set<String> names)
      throws ReflectiveOperationException {
    if (!request.getClass().getName().startsWith(PACKAGE)) {
      return false;
    }
    ServerResponse response = ServerResponse.to(request);
    if (response.isBegun()) {
      return false;
    }
    for (String name : names) {
      response.remove(name);
    }
    return true;
  }

  /** The response of the server. */
  private record ServerResponse(Class<?> type, Object response) {

    static ServerResponse to(ContainerRequestContext request) throws ReflectiveOperationException {
      Method context = Names.around(request).type(REQUEST).getMethod("getServerRequestContext");
      Method response = context.getReturnType().getMethod("serverResponse");
      return new ServerResponse(response.getReturnType(), response.invoke(context.invoke(request)));
    }

    boolean isBegun() throws ReflectiveOperationException {
      return Boolean.TRUE.equals(type.getMethod("headWritten").invoke(response));
    }

    void set(String name, String value) throws ReflectiveOperationException {
      type.getMethod("setResponseHeader", CharSequence.class, CharSequence.class)
          .invoke(response, name, value);
    }

    void remove(String name) throws ReflectiveOperationException {
      type.getMethod("removeResponseHeader", String.class).invoke(response, name);
    }
  }
}
