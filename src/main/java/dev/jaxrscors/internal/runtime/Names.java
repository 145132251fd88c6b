package dev.jaxrscors.internal.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds classes and members by name, where a runtime or an application is loaded from. */
record Names(@Nullable ClassLoader loader) {

  /** Returns the names that the class of an object can use. */
  static Names around(Object own) {
    return new Names(own.getClass().getClassLoader());
  }

  /** Returns the names that the code of the application can use. */
  static Names ofApplication() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return new Names(context == null ? Names.class.getClassLoader() : context);
  }

  Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, false, loader);
  }

  Optional<Class<?>> find(String name) {
    try {
      return Optional.of(type(name));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Gets something by the type that has the getter: the class of the object may be hidden. */
  @Nullable Object get(String type, String getter, @Nullable Object from)
      throws ReflectiveOperationException {
    return type(type).getMethod(getter).invoke(from);
  }

  MethodHandle getter(String type, String name) throws ReflectiveOperationException {
    return getter(type(type), name);
  }

  static MethodHandle getter(Class<?> type, String name) throws ReflectiveOperationException {
    return MethodHandles.publicLookup().unreflect(type.getMethod(name));
  }

  /** Returns what the called method has thrown, or else the failure to call it. */
  static Throwable cause(Throwable thrown) {
    return thrown instanceof InvocationTargetException e ? e.getTargetException() : thrown;
  }
}
