package dev.jaxrscors.internal.runtime;

import java.util.Map;

/** Exceptions by which containers say that somebody may not call something. */
public final class SecurityExceptions {

  // By name, because none of them need be on the class path.
  private static final Map<String, Integer> STATUSES =
      Map.of(
          "jakarta.ejb.EJBAccessException", 403,
          "jakarta.ejb.AccessLocalException", 403,
          "java.lang.SecurityException", 403,
          "io.quarkus.security.ForbiddenException", 403,
          "io.quarkus.security.UnauthorizedException", 401,
          "io.quarkus.security.AuthenticationFailedException", 401);

  private SecurityExceptions() {}

  /** Returns the status that an exception stands for; 0 if it is none of these. */
  public static int status(Throwable thrown) {
    for (Class<?> c = thrown.getClass(); c != null; c = c.getSuperclass()) {
      Integer status = STATUSES.get(c.getName());
      if (status != null) {
        return status;
      }
    }
    return 0;
  }
}
