package dev.jaxrscors.internal.filter;

import dev.jaxrscors.internal.runtime.ServletAttributes;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where the servlet door and Jakarta REST find each other: the one in front of a request, the other
 * behind it.
 */
final class DoorFinder {

  /** How many there are: who has no servlet door pays for none. */
  private static final AtomicInteger DOORS = new AtomicInteger();

  /** The web applications in which Jakarta REST has the filters of this library. */
  private static final Set<ClassLoader> APPLICATIONS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private DoorFinder() {}

  /** Takes note that there is a servlet door. */
  static void addDoor() {
    DOORS.incrementAndGet();
  }

  /** Takes note that one has ended. */
  static void removeDoor() {
    DOORS.decrementAndGet();
  }

  /** Takes note that an application of Jakarta REST has these filters, by the thread's loader. */
  static void addApplication() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    if (loader != null) {
      APPLICATIONS.add(loader);
    }
  }

  /** Reports whether an application of Jakarta REST is known that has these filters. */
  static boolean knowsApplication() {
    return APPLICATIONS.contains(Thread.currentThread().getContextClassLoader());
  }

  /** Returns the passage through the servlet door; null if the request came through none. */
  static @Nullable Passage passage(ContainerRequestContext request) {
    return DOORS.get() > 0
            && ServletAttributes.get(request, Passage.ATTRIBUTE) instanceof Passage passage
        ? passage
        : null;
  }
}
