package dev.jaxrscors.internal.runtime;

import dev.jaxrscors.internal.config.Source;
import dev.jaxrscors.internal.config.StandardSources;
import java.lang.System.Logger.Level;
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
  private static final String PAYARA = "fish.payara.";

  // What each implementation calls its own source of variables begins so.
  private static final Pattern ENVIRONMENT = Pattern.compile("(?i)\\benv");

  private final Method getConfig;
  private volatile Object config;
  private final Method getOptionalValue;
  private final Method getPropertyNames;
  // Since version 2.0; none before it. It alone distinguishes an empty value from a missing one.
  private final Optional<Method> getConfigValue;

  private MicroProfileSource(Method getConfig) throws ReflectiveOperationException {
    Class<?> api = getConfig.getReturnType();
    this.getConfig = getConfig;
    this.config = getConfig.invoke(null);
    this.getOptionalValue = api.getMethod("getOptionalValue", String.class, Class.class);
    this.getPropertyNames = api.getMethod("getPropertyNames");
    this.getConfigValue = method(api, "getConfigValue");
  }

  /** Returns the configuration of the application, alone; nothing where there is none. */
  public static List<Source> find() {
    try {
      Class<?> provider = Names.ofApplication().type(API + "ConfigProvider");
      return List.of(new MicroProfileSource(provider.getMethod("getConfig")));
    } catch (ClassNotFoundException e) {
      return List.of();
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOGGER.log(
          Level.INFO,
          "MicroProfile Config is there and cannot be used, because of {0}; CORS settings are read"
              + " from properties and environment variables instead.",
          String.valueOf(Names.cause(e)));
      return List.of();
    }
  }

  @Override
  public String name() {
    return "MicroProfile Config";
  }

  @Override
  public @Nullable String value(String key) {
    return part(key, "getRawValue")
        .filter(MicroProfileSource::isForLibrary)
        .or(() -> part(key, "getValue"))
        .or(
            () ->
                call(config, getOptionalValue, key, String.class) instanceof Optional<?> value
                    ? value.map(Object::toString)
                    : Optional.empty())
        .orElse(null);
  }

  /** To MicroProfile Config, what asks for the origin of a URL is a key with a default. */
  private static boolean isForLibrary(String raw) {
    return raw.contains("${origin-of:");
  }

  /**
   * Quarkus has another configuration when it starts than when it runs; and Payara keeps each value
   * for a minute, so that for a while some would be old, and others new.
   */
  @Override
  public void refresh() {
    try {
      Object now = getConfig.invoke(null);
      if (now.getClass().getName().startsWith(PAYARA)) {
        method(now.getClass(), "clearCache").ifPresent(clear -> call(now, clear));
      }
      config = now;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      String cause = String.valueOf(Names.cause(e));
      LOGGER.log(Level.DEBUG, "MicroProfile Config keeps what it has: {0}", cause);
    }
  }

  /** Adds the name of the source that the value comes from, such as a file. */
  @Override
  public String nameOf(String key) {
    return part(key, "getSourceName").map(source -> name() + " (" + source + ")").orElse(name());
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
    if (call(config, getPropertyNames) instanceof Iterable<?> names) {
      names.forEach(name -> keys.add(String.valueOf(name)));
    }
    return keys;
  }

  /** By the interface of the value: the class that implements it need not be accessible. */
  private Optional<String> part(String key, String getter) {
    return getConfigValue.flatMap(
        method ->
            Optional.ofNullable(call(config, method, key))
                .flatMap(v -> method(method.getReturnType(), getter).map(m -> call(v, m)))
                .filter(String.class::isInstance)
                .map(String.class::cast));
  }

  private static Optional<Method> method(Class<?> type, String name) {
    return Stream.of(type.getMethods()).filter(m -> m.getName().equals(name)).findFirst();
  }

  private static @Nullable Object call(Object target, Method method, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (ReflectiveOperationException e) {
      Throwable cause = Names.cause(e);
      throw new IllegalStateException(String.valueOf(cause), cause);
    }
  }
}
