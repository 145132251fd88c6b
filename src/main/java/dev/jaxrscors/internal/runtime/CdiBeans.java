package dev.jaxrscors.internal.runtime;

import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks beans up where there is CDI. It is found at run time, because an application without it
 * must not miss anything.
 */
public final class CdiBeans {

  private static final String CDI = "jakarta.enterprise.inject.spi.CDI";

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private CdiBeans() {}

  /** Returns the one bean of a type; nothing without CDI, without such a bean, or with several. */
  public static <T> Optional<T> find(Class<T> type) {
    try {
      Class<?> instance = load("jakarta.enterprise.inject.Instance");
      Object selected =
          instance
              .getMethod("select", Class.class, Annotation[].class)
              .invoke(current(), type, new Annotation[0]);
      boolean resolvable = (boolean) instance.getMethod("isResolvable").invoke(selected);
      return resolvable
          ? Optional.ofNullable(type.cast(instance.getMethod("get").invoke(selected)))
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      logFailure(type.getName(), e);
      return Optional.empty();
    }
  }

  /** Returns the classes of all beans; nothing without CDI. */
  public static Set<Class<?>> classes() {
    Set<Class<?>> classes = new LinkedHashSet<>();
    try {
      Object manager = load(CDI).getMethod("getBeanManager").invoke(current());
      Object any = load("jakarta.enterprise.inject.Any$Literal").getField("INSTANCE").get(null);
      Set<?> beans =
          (Set<?>)
              load("jakarta.enterprise.inject.spi.BeanManager")
                  .getMethod("getBeans", Type.class, Annotation[].class)
                  .invoke(manager, Object.class, new Annotation[] {(Annotation) any});
      Method type = load("jakarta.enterprise.inject.spi.Bean").getMethod("getBeanClass");
      for (Object bean : beans) {
        classes.add((Class<?>) type.invoke(bean));
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      logFailure("beans", e);
    }
    return classes;
  }

  /** That there is no CDI is nothing to talk about. */
  private static void logFailure(String asked, Throwable thrown) {
    if (!(thrown instanceof ClassNotFoundException)) {
      Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
      // Its text alone: some loggers print the stack of an exception wherever they meet one.
      LOGGER.log(Level.DEBUG, "CDI is not asked for {0}: {1}", asked, String.valueOf(cause));
    }
  }

  private static Object current() throws ReflectiveOperationException {
    return load(CDI).getMethod("current").invoke(null);
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader());
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? CdiBeans.class.getClassLoader() : context;
  }
}
