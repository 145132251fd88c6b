package dev.jaxrscors.internal.runtime;

import dev.jaxrscors.Target;
import dev.jaxrscors.event.CorsEvent;
import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.event.JudgedRequest;
import dev.jaxrscors.event.Reason;
import dev.jaxrscors.event.RequestKind;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Fires events of CDI, by name: an application without it must not miss anything.
 *
 * <p>Who observes is known once an application is deployed. What nobody observes is not fired: on
 * some containers that costs more than the request.
 */
public final class CdiEvents implements CorsListener {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private static final String API = "jakarta.enterprise.";
  private static final JudgedRequest REQUEST =
      new JudgedRequest(RequestKind.ACTUAL, "", "GET", Target.UNMATCHED, "");

  /** One event of each type, to find out who observes it. */
  private static final List<CorsEvent> EXAMPLES =
      List.of(
          new CorsEvent.Granted(REQUEST),
          new CorsEvent.Refused(REQUEST, Reason.ORIGIN_NOT_ALLOWED),
          new CorsEvent.Withheld(REQUEST, Reason.ORIGIN_NOT_ALLOWED),
          new CorsEvent.Reconfigured(List.of(), "", List.of()));

  private final Object source;
  private final Method fire;
  private final Set<Class<?>> observed;

  private CdiEvents(Object source, Method fire, Set<Class<?>> observed) {
    this.source = source;
    this.fire = fire;
    this.observed = Set.copyOf(observed);
  }

  /** Returns what fires events; nothing without CDI, or if nobody observes any of them. */
  public static Optional<CorsListener> find() {
    Names names = Names.ofApplication();
    try {
      Object manager =
          names.get(
              API + "inject.spi.CDI",
              "getBeanManager",
              names.get(API + "inject.spi.CDI", "current", null));
      Class<?> type = names.type(API + "inject.spi.BeanManager");
      Set<Class<?>> observed = manager == null ? Set.of() : observed(type, manager);
      if (observed.isEmpty()) {
        return Optional.empty();
      }
      Object source = Objects.requireNonNull(type.getMethod("getEvent").invoke(manager));
      Method fire = names.type(API + "event.Event").getMethod("fire", Object.class);
      return Optional.of(new CdiEvents(source, fire, observed));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      // That there is no CDI is nothing to log.
      if (!(e instanceof ClassNotFoundException)) {
        LOGGER.log(Level.DEBUG, "CDI fires no events: {0}", String.valueOf(Names.cause(e)));
      }
      return Optional.empty();
    }
  }

  private static Set<Class<?>> observed(Class<?> type, Object manager)
      throws ReflectiveOperationException {
    Method resolve = type.getMethod("resolveObserverMethods", Object.class, Annotation[].class);
    Set<Class<?>> observed = new HashSet<>();
    for (CorsEvent example : EXAMPLES) {
      Object observers = resolve.invoke(manager, example, new Annotation[0]);
      if (observers instanceof Collection<?> found && !found.isEmpty()) {
        observed.add(example.getClass());
      }
    }
    return observed;
  }

  @Override
  public void granted(CorsEvent.Granted event) {
    fire(event);
  }

  @Override
  public void refused(CorsEvent.Refused event) {
    fire(event);
  }

  @Override
  public void withheld(CorsEvent.Withheld event) {
    fire(event);
  }

  @Override
  public void reconfigured(CorsEvent.Reconfigured event) {
    fire(event);
  }

  private void fire(CorsEvent event) {
    if (!observed.contains(event.getClass())) {
      return;
    }
    try {
      fire.invoke(source, event);
    } catch (ReflectiveOperationException e) {
      Throwable cause = Names.cause(e);
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("an observer of CDI failed", cause);
    }
  }
}
