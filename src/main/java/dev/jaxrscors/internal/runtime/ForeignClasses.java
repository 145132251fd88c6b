package dev.jaxrscors.internal.runtime;

import dev.jaxrscors.CorsPolicy;
import java.util.List;

/** Tells the classes that an application brings from those of its runtime and its container. */
public final class ForeignClasses {

  private static final String JERSEY = "org.glassfish.jersey.";
  private static final String INFLECTOR = JERSEY + "process.Inflector";

  /** Where the runtimes keep what they answer themselves. */
  private static final List<String> RUNTIMES =
      List.of(
          "org.glassfish.jersey.server.",
          "org.jboss.resteasy.core.",
          "org.jboss.resteasy.plugins.",
          "org.jboss.resteasy.reactive.server.",
          "org.apache.cxf.jaxrs.");

  /** Packages whose interfaces a container puts on what it generates, and nobody else does. */
  private static final List<String> MARKERS =
      List.of(
          "org.jboss.weld.",
          "io.quarkus.arc.",
          "org.apache.webbeans.proxy.",
          "org.apache.openejb.",
          "javassist.util.proxy.",
          "org.glassfish.hk2.api.ProxyCtl",
          "com.sun.ejb.",
          "org.jboss.as.ee.",
          "org.jboss.invocation.proxy.",
          "org.springframework.aop.",
          "org.springframework.cglib.proxy.",
          "net.sf.cglib.proxy.");

  private ForeignClasses() {}

  /** Reports whether the runtime brings a class itself. What it answers is never governed. */
  public static boolean isOfRuntime(Class<?> type) {
    return RUNTIMES.stream().anyMatch(type.getName()::startsWith);
  }

  /** Reports whether Jersey brings a class, such as the one that answers {@code OPTIONS}. */
  public static boolean isOfJersey(Class<?> type) {
    return type.getName().startsWith(JERSEY);
  }

  /** Reports whether what implements a type handles requests although no annotation says so. */
  public static boolean isHandler(Class<?> type) {
    return type.getName().equals(INFLECTOR);
  }

  /** Reports whether a container puts an interface on what it generates, and nobody else does. */
  public static boolean marksGenerated(Class<?> type) {
    return MARKERS.stream().anyMatch(type.getName()::startsWith);
  }

  /**
   * Reports whether a class could name the library: what cannot, nobody could annotate. Some
   * classes of the server run as applications of their own in which the library finds itself.
   */
  public static boolean canUseLibrary(Class<?> type) {
    // Jersey adds what it brings to an application from wherever it is loaded.
    return !type.getName().startsWith(JERSEY + "server.") && sees(type);
  }

  private static boolean sees(Class<?> type) {
    return type.getClassLoader() == CorsPolicy.class.getClassLoader()
        || new Names(type.getClassLoader())
            .find(CorsPolicy.class.getName())
            .filter(CorsPolicy.class::equals)
            .isPresent();
  }
}
