package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.RequestMethod;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * A resource method: answers one verb on one path of a resource class.
 *
 * @param resource the resource class
 * @param method the Java method
 * @param annotated the method that carries its JAX-RS annotations: itself, or one that it overrides
 * @param verb the verb, as its designator spells it
 * @param path the path template relative to the class, without names of parameters, so that two
 *     templates that match the same requests are equal
 * @param fullPath the path template with that of the class
 */
public record ResourceMethod(
    Class<?> resource,
    Method method,
    Method annotated,
    RequestMethod verb,
    String path,
    String fullPath) {

  /** Reports whether its response may be written after it has returned. */
  public boolean outlivesItself() {
    return outlivesItself(method);
  }

  /** Reports whether the response of a method may be written after it has returned. */
  public static boolean outlivesItself(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .anyMatch(type -> type == AsyncResponse.class || type == SseEventSink.class);
  }

  public String place() {
    return LevelWalk.place(resource) + "." + method.getName();
  }
}
