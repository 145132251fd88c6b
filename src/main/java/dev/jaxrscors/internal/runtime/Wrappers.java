package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Exceptions that say nothing themselves: what matters is the one that they were made for. */
public enum Wrappers {
  /** Those of the JDK, of Jakarta EE, and of the runtimes. */
  NAMED {
    @Override
    boolean wraps(Throwable thrown) {
      return isNamed(thrown.getClass());
    }
  },
  /**
   * And any that a {@code WebApplicationException} has caused: CXF answers with that one's response
   * where nothing maps the other.
   */
  ON_CXF {
    @Override
    boolean wraps(Throwable thrown) {
      return NAMED.wraps(thrown) || thrown.getCause() instanceof WebApplicationException;
    }
  };

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
  abstract boolean wraps(Throwable thrown);

  /** Returns an exception, then what it wraps, then what that wraps. */
  public List<Throwable> unwrapped(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    causes.add(thrown);
    Throwable met = thrown;
    while (causes.size() < DEEPEST && met.getCause() != null && wraps(met)) {
      met = met.getCause();
      causes.add(met);
    }
    return causes;
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
