package dev.jaxrscors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What a request on Quarkus REST tells when it is asked for it, and other runtimes inject: it
 * injects nothing into a filter that a feature has registered.
 *
 * <p>All of it is read by name, because none of it need be on the class path.
 */
final class QuarkusRequest {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  /** The getters that lead from a request to what was matched, as {@code type.getter}. */
  private static final List<String> WAY =
      List.of(
          "org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext"
              + ".getServerRequestContext",
          "org.jboss.resteasy.reactive.server.spi.ServerRequestContext"
              + ".getResteasyReactiveResourceInfo");

  /** The same as methods; none elsewhere than on Quarkus REST. */
  private static final ClassValue<List<Method>> METHODS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> request) {
          return methods(request);
        }
      };

  private QuarkusRequest() {}

  private static List<Method> methods(Class<?> request) {
    List<Method> methods = new ArrayList<>();
    try {
      for (String getter : WAY) {
        int dot = getter.lastIndexOf('.');
        methods.add(
            Class.forName(getter.substring(0, dot), false, request.getClassLoader())
                .getMethod(getter.substring(dot + 1)));
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      return List.of();
    }
    return methods.get(0).getDeclaringClass().isAssignableFrom(request) ? methods : List.of();
  }

  /** Returns what was matched; null where nothing was, and elsewhere than on Quarkus REST. */
  static @Nullable ResourceInfo matched(ContainerRequestContext request) {
    try {
      Object at = request;
      for (Method getter : METHODS.get(request.getClass())) {
        at = getter.invoke(at);
      }
      return at instanceof ResourceInfo matched ? matched : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Reports whether Quarkus REST runs no response filter at all for what was matched: events. */
  static boolean isEvents(ContainerRequestContext request) {
    ResourceInfo matched = matched(request);
    return matched != null
        && List.of(matched.getResourceMethod().getParameterTypes()).contains(SseEventSink.class);
  }

  /** Reports whether Quarkus REST runs none before what the matched method returns is streamed. */
  static boolean isPublisher(ContainerRequestContext request) {
    ResourceInfo matched = matched(request);
    return matched != null
        && Flow.Publisher.class.isAssignableFrom(matched.getResourceMethod().getReturnType());
  }

  /** Puts a field on the response of the server under Quarkus REST, past the filters. */
  static void putOnResponse(ContainerRequestContext request, String name, String value) {
    try {
      Method context = METHODS.get(request.getClass()).get(0);
      Method response = context.getReturnType().getMethod("serverResponse");
      response
          .getReturnType()
          .getMethod("setResponseHeader", CharSequence.class, CharSequence.class)
          .invoke(response.invoke(context.invoke(request)), name, value);
    } catch (ReflectiveOperationException e) {
      LOGGER.log(Level.DEBUG, "{0} is not put on a response: {1}", name, e);
    }
  }
}
