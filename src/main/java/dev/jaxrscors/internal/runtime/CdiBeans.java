package dev.jaxrscors.internal.runtime;

import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks beans up where there is CDI, by name: an application without it must not miss anything. */
public final class CdiBeans {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String API = "jakarta.enterprise.inject.";
  private static final String CDI = API + "spi.CDI";
  private static final String INSTANCE = API + "Instance";

  private CdiBeans() {}

  /** Returns the one bean of a type; nothing without CDI, without such a bean, or with several. */
  public static <T> Optional<T> find(Class<T> type) {
    Names names = Names.ofApplication();
    try {
      Object selected =
          names
              .type(INSTANCE)
              .getMethod("select", Class.class, Annotation[].class)
              .invoke(names.get(CDI, "current", null), type, new Annotation[0]);
      return Boolean.TRUE.equals(names.get(INSTANCE, "isResolvable", selected))
          ? Optional.ofNullable(type.cast(names.get(INSTANCE, "get", selected)))
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      logFailure(type.getName(), e);
      return Optional.empty();
    }
  }

  /** Returns all beans of a type, whatever qualifies them; nothing without CDI. */
  public static <T> List<T> all(Class<T> type) {
    List<T> beans = new ArrayList<>();
    Names names = Names.ofApplication();
    try {
      Object any = names.type(API + "Any$Literal").getField("INSTANCE").get(null);
      Object selected =
          names
              .type(INSTANCE)
              .getMethod("select", Class.class, Annotation[].class)
              .invoke(names.get(CDI, "current", null), type, new Annotation[] {(Annotation) any});
      addEach(((Iterable<?>) selected).iterator(), type, beans);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      logFailure(type.getName(), e);
    }
    return beans;
  }

  /** One bean that cannot be made is no reason to miss the others. */
  private static <T> void addEach(Iterator<?> found, Class<T> type, List<T> beans) {
    while (found.hasNext()) {
      try {
        beans.add(type.cast(found.next()));
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        LOGGER.log(
            Level.WARNING, "CORS: a bean of type {0} cannot be made: {1}", type.getName(), e);
      }
    }
  }

  /** Returns the classes of all beans; nothing without CDI. */
  public static Set<Class<?>> classes() {
    Set<Class<?>> classes = new LinkedHashSet<>();
    Names names = Names.ofApplication();
    try {
      Object manager = names.get(CDI, "getBeanManager", names.get(CDI, "current", null));
      Object any = names.type(API + "Any$Literal").getField("INSTANCE").get(null);
      Set<?> beans =
          (Set<?>)
              names
                  .type(API + "spi.BeanManager")
                  .getMethod("getBeans", Type.class, Annotation[].class)
                  .invoke(manager, Object.class, new Annotation[] {(Annotation) any});
      Method type = names.type(API + "spi.Bean").getMethod("getBeanClass");
      for (Object bean : beans) {
        classes.add((Class<?>) type.invoke(bean));
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      logFailure("beans", e);
    }
    return classes;
  }

  /** That there is no CDI is nothing to log. */
  private static void logFailure(String sought, Throwable thrown) {
    if (!(thrown instanceof ClassNotFoundException)) {
      // Its text alone: some loggers print the stack of every exception that they are given.
      String cause = String.valueOf(Names.cause(thrown));
      LOGGER.log(Level.DEBUG, "CDI is not asked for {0}: {1}", sought, cause);
    }
  }
}
