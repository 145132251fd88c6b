package dev.jaxrscors.internal.filter;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The very last step before an entity is written: puts right what the application's own
 * interceptors, which run after every filter, have done to the fields of the protocol.
 *
 * <p>Where an application has none, it is not registered: it would cost every response something.
 *
 * <p>It is public because runtimes inject what it asks for; it is no API.
 */
@Priority(Integer.MAX_VALUE)
public final class WriterGuard implements WriterInterceptor {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final AtomicBoolean warned = new AtomicBoolean();
  private @Nullable Configuration configuration;
  private boolean everywhere;
  private volatile boolean registered;

  WriterGuard() {}

  /** Registers this for all responses, where one of the components makes it necessary. */
  void registerBeside(Collection<Class<?>> components, FeatureContext application) {
    configuration = application.getConfiguration();
    if (components.stream().anyMatch(WriterInterceptor.class::isAssignableFrom)) {
      everywhere = true;
      register(application);
    }
  }

  /**
   * Registers this for one resource method, where an interceptor has become known since. On Jersey
   * the configuration of a method does not list it; that of the application does.
   */
  void registerWhereNeeded(FeatureContext method) {
    if (!everywhere && configuration != null && hasInterceptor(configuration)) {
      register(method);
    }
  }

  private void register(FeatureContext context) {
    context.register(this);
    registered = true;
  }

  private static boolean hasInterceptor(Configuration configuration) {
    return Stream.concat(
            configuration.getClasses().stream(),
            configuration.getInstances().stream().map(Object::getClass))
        .anyMatch(WriterInterceptor.class::isAssignableFrom);
  }

  /** Reports whether it may come to this step. */
  boolean isRegistered() {
    return registered;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (context.getProperty(SentFields.PROPERTY) instanceof SentFields sent
        && sent.putRight(context.getHeaders()) == HeaderFields.Conflict.FOREIGN
        && !warned.getAndSet(true)) {
      LOGGER.log(
          Level.WARNING,
          "CORS: a WriterInterceptor of the application sets Access-Control-* on responses of"
              + " resources with a policy, which replaces them. Remove the other one.");
    }
    context.proceed();
  }
}
