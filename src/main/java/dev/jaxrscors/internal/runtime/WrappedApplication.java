package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The application that its author wrote, inside of what runtimes put around it. */
public final class WrappedApplication {

  /** What Jersey and TomEE call the way from a wrapper of their own to the application in it. */
  private static final List<String> UNWRAP_METHODS = List.of("getApplication", "getOriginal");

  private WrappedApplication() {}

  /** Returns an application and what it wraps, outermost first; nothing of none. */
  public static List<Application> unwrapped(@Nullable Application application) {
    return Stream.iterate(
            Optional.ofNullable(application),
            Optional::isPresent,
            a -> a.flatMap(WrappedApplication::wrapped))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Application> wrapped(Application application) {
    return UNWRAP_METHODS.stream().flatMap(way -> wrapped(application, way).stream()).findFirst();
  }

  private static Optional<Application> wrapped(Application application, String way) {
    try {
      Method getter = application.getClass().getMethod(way);
      return getter.invoke(application) instanceof Application inner && inner != application
          ? Optional.of(inner)
          : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      // No wrapper, or one that cannot be looked into: the application is what it seems.
      return Optional.empty();
    }
  }
}
