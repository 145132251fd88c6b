package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.event.CorsListener;
import dev.jaxrscors.internal.protocol.SourceFailure;
import dev.jaxrscors.internal.runtime.CdiBeans;
import dev.jaxrscors.internal.runtime.CdiEvents;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who listens to an application: what its setup names, and what its container knows. One that
 * throws harms neither a request nor the others.
 */
public final class Listeners {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");

  private final Set<CorsListener> failed = Collections.newSetFromMap(new IdentityHashMap<>());
  private volatile CorsListener[] all;

  public Listeners(Collection<CorsListener> inCode) {
    this.all = distinct(inCode.stream());
  }

  /**
   * Adds the beans of the container, and its events if anybody observes them. That is done when the
   * first request comes: while an application is deployed, its beans may not be there yet.
   */
  public void addBeans() {
    Stream<CorsListener> beans =
        Stream.concat(CdiBeans.all(CorsListener.class).stream(), CdiEvents.find().stream());
    all = distinct(Stream.concat(Arrays.stream(all), beans));
  }

  private static CorsListener[] distinct(Stream<CorsListener> listeners) {
    Set<CorsListener> known = Collections.newSetFromMap(new IdentityHashMap<>());
    return listeners.filter(known::add).toArray(CorsListener[]::new);
  }

  /** Reports whether nobody listens, so that no event has to be made. */
  public boolean isEmpty() {
    return all.length == 0;
  }

  /** Tells everybody something. */
  public void tell(Consumer<CorsListener> event) {
    for (CorsListener listener : all) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        SourceFailure.throwIfFatal(e);
        logOnce(listener, e);
      }
    }
  }

  private void logOnce(CorsListener listener, Throwable thrown) {
    synchronized (failed) {
      if (!failed.add(listener)) {
        return;
      }
    }
    String line =
        "CORS: a listener failed, and is called again all the same; this is said once: "
            + listener.getClass().getName();
    try {
      LOGGER.log(Level.WARNING, line, thrown);
    } catch (Throwable e) {
      // Its own words are code of the application, too.
      SourceFailure.throwIfFatal(e);
      LOGGER.log(Level.WARNING, line + ", with " + thrown.getClass().getName());
    }
  }
}
