package dev.jaxrscors.internal.runtime;

import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config, with its profiles, converters and sources. It is found at run time, because
 * an application without it must not miss anything; some servers have the class and cannot use it.
 */
public final class MicroProfileSource implements Source {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");
  private static final String API = "org.eclipse.microprofile.config.";

  // What each implementation calls its own source of variables begins so.
  private static final Pattern ENVIRONMENT = Pattern.compile("(?i)\\benv");

  private final Object config;
  private final Method getOptionalValue;
  private final Method getPropertyNames;
  // Since version 2.0; none before it. It alone tells an empty value from a missing one.
  private final List<Method> getConfigValue;

  private MicroProfileSource(Object config, Class<?> api) throws NoSuchMethodException {
    this.config = config;
    this.getOptionalValue = api.getMethod("getOptionalValue", String.class, Class.class);
    this.getPropertyNames = api.getMethod("getPropertyNames");
    this.getConfigValue =
        Stream.of(api.getMethods())
            .filter(method -> method.getName().equals("getConfigValue"))
            .toList();
  }

  /** Returns the configuration of the application, alone; nothing where there is none. */
  public static List<Source> find() {
    try {
      ClassLoader loader = loader();
      Class<?> provider = Class.forName(API + "ConfigProvider", true, loader);
      Class<?> api = Class.forName(API + "Config", true, loader);
      return List.of(new MicroProfileSource(provider.getMethod("getConfig").invoke(null), api));
    } catch (ClassNotFoundException e) {
      return List.of();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(
          Level.INFO,
          "MicroProfile Config is there and cannot be used, because of {0}; CORS settings are read"
              + " from properties and environment variables instead.",
          e instanceof InvocationTargetException ? e.getCause() : e);
      return List.of();
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
    for (Method method : getConfigValue) {
      if (part(call(method, key), "getValue") instanceof String value) {
        return value;
      }
    }
    Object value = call(getOptionalValue, key, String.class);
    return value instanceof Optional<?> found ? found.map(Object::toString).orElse(null) : null;
  }

  /** Adds the name of the source that the value comes from, such as a file. */
  @Override
  public String nameOf(String key) {
    for (Method method : getConfigValue) {
      if (part(call(method, key), "getSourceName") instanceof String source) {
        return name() + " (" + source + ")";
      }
    }
    return name();
  }

  /** Names the variable where there is one: a file could not set what it sets. */
  @Override
  public String written(String key) {
    String variable = StandardSources.nameIn(System.getenv(), key);
    boolean fromVariable = ENVIRONMENT.matcher(nameOf(key)).find();
    return fromVariable && !variable.isEmpty() ? variable : key;
  }

  @Override
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    if (call(getPropertyNames) instanceof Iterable<?> names) {
      names.forEach(name -> keys.add(String.valueOf(name)));
    }
    return keys;
  }

  private @Nullable Object part(@Nullable Object configValue, String getter) {
    try {
      // By the interface: the class that implements it need not be accessible.
      return configValue == null
          ? null
          : getConfigValue.get(0).getReturnType().getMethod(getter).invoke(configValue);
    } catch (ReflectiveOperationException e) {
      throw failure(e);
    }
  }

  private @Nullable Object call(Method method, Object... arguments) {
    try {
      return method.invoke(config, arguments);
    } catch (ReflectiveOperationException e) {
      throw failure(e);
    }
  }

  private static IllegalStateException failure(ReflectiveOperationException e) {
    Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
    return new IllegalStateException(String.valueOf(cause), cause);
  }
}
