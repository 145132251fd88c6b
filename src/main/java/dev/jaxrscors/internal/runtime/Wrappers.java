package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Exceptions that only wrap their cause. */
public enum Wrappers {
  /** Those of the JDK, of Jakarta EE, and of the runtimes. */
  NAMED,
  /**
   * And any that a {@code WebApplicationException} has caused: CXF answers with that one's response
   * where nothing maps the other.
   */
  ON_CXF;

  /** Deeper than any runtime wraps; a chain of causes may be endless. */
  private static final int DEEPEST = 16;

  // By name, because most of them need not be on the class path.
  private static final Set<String> NAMES =
      Set.of(
          "java.util.concurrent.CompletionException",
          "java.util.concurrent.ExecutionException",
          "java.lang.reflect.InvocationTargetException",
          "java.lang.reflect.UndeclaredThrowableException",
          "java.security.PrivilegedActionException",
          "jakarta.ejb.EJBException",
          "jakarta.enterprise.event.ObserverException",
          "jakarta.transaction.TransactionalException",
          "jakarta.servlet.ServletException",
          "org.apache.cxf.interceptor.Fault",
          "org.glassfish.jersey.server.internal.process.MappableException",
          "org.jboss.resteasy.spi.ApplicationException");

  /** Reports whether an exception with a cause is no more than a wrapper of it. */
  private boolean wraps(Throwable thrown) {
    return isNamed(thrown.getClass())
        || (this == ON_CXF && thrown.getCause() instanceof WebApplicationException);
  }

  /** Returns an exception, then what it wraps, then what that wraps. */
  public List<Throwable> unwrapped(Throwable thrown) {
    return Stream.iterate(
            Optional.of(thrown),
            Optional::isPresent,
            t -> t.filter(this::wraps).map(Throwable::getCause))
        .limit(DEEPEST)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isNamed(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (NAMES.contains(c.getName())) {
        return true;
      }
    }
    return false;
  }
}
