package dev.jaxrscors;

import java.util.List;

/**
 * What is registered in code instead of annotated: an inflector, a lambda, a method of any class.
 * Runtimes answer in the same way what nobody wrote, such as {@code OPTIONS} and WADL.
 */
final class Program {

  private static final String INFLECTOR = "org.glassfish.jersey.process.Inflector";

  /** Where the runtimes keep what they answer themselves. */
  private static final List<String> RUNTIMES =
      List.of(
          "org.glassfish.jersey.server.",
          "org.jboss.resteasy.core.",
          "org.jboss.resteasy.plugins.",
          "org.jboss.resteasy.reactive.server.",
          "org.apache.cxf.jaxrs.");

  private Program() {}

  /** Reports whether a class handles requests although no annotation says so. */
  static boolean isHandler(Class<?> type) {
    return Hierarchy.types(type).stream().anyMatch(t -> t.getName().equals(INFLECTOR));
  }

  /** Reports whether the runtime brings a class itself. What it answers is never governed. */
  static boolean isOfRuntime(Class<?> type) {
    return RUNTIMES.stream().anyMatch(type.getName()::startsWith);
  }
}
