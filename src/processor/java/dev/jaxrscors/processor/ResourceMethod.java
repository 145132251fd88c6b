package dev.jaxrscors.processor;

import dev.jaxrscors.fetch.RequestMethod;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A resource method: answers one verb on one path of a resource class.
 *
 * @param resource the resource class
 * @param method the Java method
 * @param verb the verb, as its designator spells it
 * @param path the path template relative to the class, without names of parameters, so that two
 *     templates that match the same requests are equal
 * @param fullPath the path template with that of the class
 */
record ResourceMethod(
    TypeElement resource,
    ExecutableElement method,
    RequestMethod verb,
    String path,
    String fullPath) {

  String place() {
    return resource.getSimpleName() + "." + method.getSimpleName();
  }

  boolean hasSameVerbAndPath(ResourceMethod other) {
    return verb.equals(other.verb) && path.equals(other.path);
  }
}
