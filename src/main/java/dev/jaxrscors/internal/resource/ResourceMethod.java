package dev.jaxrscors.internal.resource;

import dev.jaxrscors.fetch.RequestMethod;
import java.lang.reflect.Method;

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

  public String place() {
    return LevelWalk.place(resource) + "." + method.getName();
  }
}
