package dev.jaxrscors.report;

import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.LevelWalk;
import dev.jaxrscors.internal.runtime.KnownAnnotations;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.System.Logger.Level;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may read a report. Whatever a runtime makes of the annotations, which may be nothing, the
 * caller must be known, and in one of the roles that are named.
 */
final class ReportGuard {

  private static final System.Logger LOGGER = System.getLogger("dev.jaxrscors");
  private static final String DENY_ALL = "jakarta.annotation.security.DenyAll";

  private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

  private final Class<?> resource;
  private final List<Annotation> annotations;

  private ReportGuard(Class<?> resource) {
    this.resource = resource;
    this.annotations =
        Hierarchy.types(resource).stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredAnnotations()))
            .toList();
  }

  static ReportGuard of(Object resource) {
    return new ReportGuard(Hierarchy.unproxied(resource.getClass()));
  }

  /** Reports whether the caller may read the report; where nobody can tell, nobody may. */
  boolean letsIn(SecurityContext caller) {
    if (annotations.stream().anyMatch(UnguardedReport.class::isInstance)) {
      return true;
    }
    Optional<Annotation> nearest =
        annotations.stream().filter(a -> KnownAnnotations.closes(a).isPresent()).findFirst();
    boolean isClosed = nearest.flatMap(KnownAnnotations::closes).orElse(false);
    if (!isClosed) {
      logOnce();
      return false;
    }
    return caller.getUserPrincipal() != null
        && nearest.filter(a -> !isDenyAll(a)).map(a -> AllowedRoles.letIn(a, caller)).orElse(false);
  }

  private static boolean isDenyAll(Annotation annotation) {
    return annotation.annotationType().getName().equals(DENY_ALL);
  }

  private void logOnce() {
    String place = LevelWalk.place(resource);
    if (LOGGED.size() < 100 && LOGGED.add(resource.getName())) {
      LOGGER.log(
          Level.ERROR,
          "CORS: The report of {0} is refused with 403 to everyone, because nothing guards it: write"
              + " @RolesAllowed on {0}, or @UnguardedReport(because = \"...\") if something does that"
              + " cannot be seen there.",
          place);
    }
  }
}
