package dev.jaxrscors.internal.runtime;

import java.util.List;
import java.util.Map;

/** Tells the servlets and servlet filters that are Jakarta REST, by names. */
public final class RestServlets {

  private static final String APPLICATION = "jakarta.ws.rs.core.Application";

  /** Where the runtimes keep their servlets, and nothing that is none of Jakarta REST. */
  private static final List<String> RUNTIMES =
      List.of(
          "org.glassfish.jersey.servlet.",
          "org.jboss.resteasy.plugins.server.servlet.",
          "io.openliberty.org.jboss.resteasy.",
          "org.apache.cxf.jaxrs.servlet.",
          "org.apache.cxf.transport.servlet.",
          "org.apache.tomee.webservices.CXFJAXRSFilter",
          "com.ibm.ws.jaxrs",
          "com.ibm.websphere.jaxrs.");

  private RestServlets() {}

  /**
   * Reports whether a servlet or a filter is Jakarta REST: it says so by the name or the parameter
   * that the specification reserves, or by its class.
   *
   * @param name its name
   * @param className its class, as far as it is known; else empty
   * @param parameters its initialization parameters
   * @see <a
   *     href="https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#servlet">
   *     Jakarta RESTful Web Services, publication in a servlet container</a>
   */
  public static boolean areIn(String name, String className, Map<String, String> parameters) {
    return name.equals(APPLICATION)
        || parameters.containsKey("jakarta.ws.rs.Application")
        || isRuntime(className)
        || isApplication(name);
  }

  private static boolean isRuntime(String className) {
    if (className.isEmpty()) {
      return false;
    }
    Class<?> type = Names.ofApplication().find(className).orElse(null);
    if (type == null) {
      return isNamedLikeRuntime(className);
    }
    for (Class<?> above = type; above != null; above = above.getSuperclass()) {
      if (isNamedLikeRuntime(above.getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedLikeRuntime(String className) {
    return RUNTIMES.stream().anyMatch(className::startsWith);
  }

  /** A servlet of Jakarta REST may have the name of the application class. */
  private static boolean isApplication(String name) {
    Names names = Names.ofApplication();
    Class<?> application = names.find(APPLICATION).orElse(null);
    return application != null
        && names.find(name).filter(application::isAssignableFrom).isPresent();
  }
}
