package dev.jaxrscors.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;

/** Reads roles; loaded only where the annotation is there, which is optional. */
final class AllowedRoles {

  private static final String ANY_USER = "**";

  private AllowedRoles() {}

  /** Reports whether an annotation lets the caller in; one that names no roles lets anyone in. */
  static boolean letIn(Annotation annotation, SecurityContext caller) {
    return !(annotation instanceof RolesAllowed roles)
        || Stream.of(roles.value()).anyMatch(r -> r.equals(ANY_USER) || caller.isUserInRole(r));
  }
}
