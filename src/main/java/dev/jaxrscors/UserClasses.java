package dev.jaxrscors;

/**
 * Tells the classes of an application from those of its server, some of which run as applications
 * of their own in which the library finds itself.
 */
final class UserClasses {

  /** What Jersey adds to an application, from wherever it is loaded. */
  private static final String OF_JERSEY = "org.glassfish.jersey.server.";

  private UserClasses() {}

  /** Reports whether a class could name the library: what cannot, nobody could annotate. */
  static boolean contains(Class<?> type) {
    return !type.getName().startsWith(OF_JERSEY) && sees(type);
  }

  private static boolean sees(Class<?> type) {
    if (type.getClassLoader() == CorsPolicy.class.getClassLoader()) {
      return true;
    }
    try {
      return Class.forName(CorsPolicy.class.getName(), false, type.getClassLoader())
          == CorsPolicy.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
