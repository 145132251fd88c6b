package dev.jaxrscors.wire;

import java.util.Set;

/** The resources that the conformance cases talk to, for applications that list their classes. */
public final class ConformanceClasses {

  private ConformanceClasses() {}

  /**
   * Returns the classes.
   *
   * @return a resource for each group of cases
   */
  public static Set<Class<?>> all() {
    return Set.of(ConformanceResources.ALL);
  }
}
