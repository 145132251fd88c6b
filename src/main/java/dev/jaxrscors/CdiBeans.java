package dev.jaxrscors;

import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Looks beans up where there is CDI. It is found at run time, because an application without it
 * must not miss anything.
 */
final class CdiBeans {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private CdiBeans() {}

  /** Returns the one bean of a type; nothing without CDI, without such a bean, or with several. */
  static <T> Optional<T> find(Class<T> type) {
    try {
      Class<?> cdi = Class.forName("jakarta.enterprise.inject.spi.CDI", true, loader());
      Class<?> instance = Class.forName("jakarta.enterprise.inject.Instance", true, loader());
      Object container = cdi.getMethod("current").invoke(null);
      Object selected =
          instance
              .getMethod("select", Class.class, Annotation[].class)
              .invoke(container, type, new Annotation[0]);
      boolean resolvable = (boolean) instance.getMethod("isResolvable").invoke(selected);
      return resolvable
          ? Optional.ofNullable(type.cast(instance.getMethod("get").invoke(selected)))
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      LOGGER.log(Level.DEBUG, "No CDI to ask for a {0}: {1}", type.getName(), e);
      return Optional.empty();
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? CdiBeans.class.getClassLoader() : context;
  }
}
