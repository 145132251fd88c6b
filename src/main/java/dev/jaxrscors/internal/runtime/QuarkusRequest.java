package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * What filters have to know of a request on Quarkus REST, and of no other.
 *
 * <p>What {@link RuntimeMatch} does not tell is read by name, because none of it need be on the
 * class path.
 */
public final class QuarkusRequest {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private QuarkusRequest() {}

  /** Reports whether Quarkus REST runs no response filter at all for what was matched: events. */
  public static boolean isEvents(@Nullable ResourceInfo matched) {
    return matched != null
        && List.of(matched.getResourceMethod().getParameterTypes()).contains(SseEventSink.class);
  }

  /** Reports whether Quarkus REST runs none before what the matched method returns is streamed. */
  public static boolean isPublisher(@Nullable ResourceInfo matched) {
    return matched != null
        && Flow.Publisher.class.isAssignableFrom(matched.getResourceMethod().getReturnType());
  }

  /** Puts a field on the response of the server under Quarkus REST, past the filters. */
  public static void putOnResponse(ContainerRequestContext request, String name, String value) {
    try {
      Method context =
          Class.forName(RuntimeMatch.ON_QUARKUS_REST, false, request.getClass().getClassLoader())
              .getMethod("getServerRequestContext");
      Method response = context.getReturnType().getMethod("serverResponse");
      response
          .getReturnType()
          .getMethod("setResponseHeader", CharSequence.class, CharSequence.class)
          .invoke(response.invoke(context.invoke(request)), name, value);
    } catch (ReflectiveOperationException e) {
      LOGGER.log(Level.DEBUG, "{0} is not put on a response: {1}", name, e.toString());
    }
  }
}
