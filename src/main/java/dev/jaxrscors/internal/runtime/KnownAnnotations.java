package dev.jaxrscors.internal.runtime;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Annotations of others that change what a policy derives, by name: they are optional on the class
 * path of an application.
 */
public final class KnownAnnotations {

  private static final String PRIORITY = "jakarta.annotation.Priority";
  private static final String SECURITY = "jakarta.annotation.security.";
  private static final Set<String> CLOSING =
      Set.of(
          SECURITY + "RolesAllowed",
          SECURITY + "DenyAll",
          "io.quarkus.security.Authenticated",
          "io.quarkus.security.PermissionsAllowed");
  private static final String OPENING = SECURITY + "PermitAll";

  private static final String MICROPROFILE = "org.eclipse.microprofile.auth.LoginConfig";
  private static final List<String> MECHANISMS =
      List.of("jakarta.security.enterprise.", "fish.payara.security.");
  private static final String MECHANISM =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

  private static final Set<String> EVENT_ELEMENTS =
      Set.of(
          "org.jboss.resteasy.reactive.RestStreamElementType",
          "org.jboss.resteasy.annotations.SseElementType");

  private KnownAnnotations() {}

  /** Returns the priority that an annotation gives, if it is one that does. */
  public static Optional<Integer> priority(Annotation annotation) {
    return name(annotation).equals(PRIORITY) ? value(annotation, Integer.class) : Optional.empty();
  }

  /** Returns whether an annotation closes what it stands on to some or all; nothing of others. */
  public static Optional<Boolean> closes(Annotation annotation) {
    String name = name(annotation);
    return CLOSING.contains(name) || OPENING.equals(name)
        ? Optional.of(CLOSING.contains(name))
        : Optional.empty();
  }

  /** Reports whether an annotation asks the container to authenticate. */
  public static boolean declaresMechanism(Annotation annotation) {
    String name = name(annotation);
    return name.equals(MICROPROFILE)
        || (MECHANISMS.stream().anyMatch(name::startsWith)
            && name.contains("Authentication")
            && name.contains("Definition"));
  }

  /** Reports whether a type is the one of mechanisms that authenticate. */
  public static boolean isMechanism(Class<?> type) {
    return type.getName().equals(MECHANISM);
  }

  /** Reports whether an annotation says that elements are sent as events. */
  public static boolean isOfEvents(Annotation annotation) {
    return EVENT_ELEMENTS.contains(name(annotation));
  }

  /** Returns the member {@code value} of an annotation, if there is one of that type. */
  static <T> Optional<T> value(Annotation annotation, Class<T> type) {
    try {
      Object value = annotation.annotationType().getMethod("value").invoke(annotation);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      // Another annotation than the one of that name that is known.
      return Optional.empty();
    }
  }

  private static String name(Annotation annotation) {
    return annotation.annotationType().getName();
  }
}
