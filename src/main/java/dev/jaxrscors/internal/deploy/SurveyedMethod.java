package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.ResourceMethod;
import java.util.List;
import java.util.Set;

/**
 * A resource method, where it is, and who decides about it.
 *
 * @param rootPath the path template of the root class that leads to it
 * @param path the path template from the root of the application
 * @param read the names of the request headers that the method itself declares, in lower case
 */
public record SurveyedMethod(
    String rootPath, String path, ResourceMethod method, Set<String> read, AppliedPolicy applied) {

  /** Returns the names of the methods of Java that share its judge, itself included. */
  public List<SurveyedMethod> sharing(List<SurveyedMethod> all) {
    return all.stream().filter(other -> other.path.equals(path) && isSame(other)).toList();
  }

  private boolean isSame(SurveyedMethod other) {
    return applied instanceof AppliedPolicy.Governed own
        && other.applied instanceof AppliedPolicy.Governed its
        && own.compiled() == its.compiled();
  }
}
