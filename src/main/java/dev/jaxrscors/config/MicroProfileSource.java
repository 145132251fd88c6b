package dev.jaxrscors.config;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config, with its profiles, converters and sources. It is found at run time, because
 * an application without it must not miss anything; some servers have the class and cannot use it.
 */
final class MicroProfileSource implements Source {

  private static final String API = "org.eclipse.microprofile.config.";

  private final Object config;
  private final Method getOptionalValue;
  private final Method getPropertyNames;

  private MicroProfileSource(Object config, Class<?> api) throws NoSuchMethodException {
    this.config = config;
    this.getOptionalValue = api.getMethod("getOptionalValue", String.class, Class.class);
    this.getPropertyNames = api.getMethod("getPropertyNames");
  }

  /** Returns the configuration of the application, or null if there is none. */
  static @Nullable Source find() {
    try {
      ClassLoader loader = loader();
      Class<?> provider = Class.forName(API + "ConfigProvider", true, loader);
      Class<?> api = Class.forName(API + "Config", true, loader);
      return new MicroProfileSource(provider.getMethod("getConfig").invoke(null), api);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      return null;
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? MicroProfileSource.class.getClassLoader() : context;
  }

  @Override
  public String name() {
    return "MicroProfile Config";
  }

  @Override
  public @Nullable String value(String key) {
    Object value = call(getOptionalValue, key, String.class);
    return value instanceof Optional<?> found ? found.map(Object::toString).orElse(null) : null;
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    if (call(getPropertyNames) instanceof Iterable<?> names) {
      names.forEach(name -> keys.add(String.valueOf(name)));
    }
    return keys;
  }

  private @Nullable Object call(Method method, Object... arguments) {
    try {
      return method.invoke(config, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
