package dev.jaxrscors.internal.runtime;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The annotations by which runtimes inject a request header, or a bean that may hold some: those of
 * the specification, and their own ones of the same meaning.
 *
 * <p>The latter are known by name, because none of them need be on the class path.
 */
public final class InjectingAnnotation {

  private static final String RESTEASY_HEADER = "org.jboss.resteasy.annotations.jaxrs.HeaderParam";
  private static final String RESTEASY_FORM = "org.jboss.resteasy.annotations.Form";
  private static final String QUARKUS_HEADER = "org.jboss.resteasy.reactive.RestHeader";

  private static final String HUMP = "(?<=[^A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])";

  private InjectingAnnotation() {}

  /**
   * Returns the name of the header that an annotation injects, if it does.
   *
   * @param member the name of what it is injected into, which names the header where nothing else
   *     does
   */
  public static Optional<String> header(Annotation annotation, Supplier<String> member) {
    if (annotation instanceof HeaderParam header) {
      return Optional.of(header.value());
    }
    return switch (annotation.annotationType().getName()) {
      case RESTEASY_HEADER -> Optional.of(value(annotation).orElseGet(member));
      case QUARKUS_HEADER ->
          Optional.of(value(annotation).orElseGet(() -> member.get().replaceAll(HUMP, "-")));
      default -> Optional.empty();
    };
  }

  /** Reports whether an annotation has a bean injected, whose own members are injected in turn. */
  public static boolean isBean(Annotation annotation) {
    return annotation instanceof BeanParam
        || annotation.annotationType().getName().equals(RESTEASY_FORM);
  }

  /** Returns the value of an annotation, if that is not left empty. */
  private static Optional<String> value(Annotation annotation) {
    return KnownAnnotations.value(annotation, String.class).filter(text -> !text.isEmpty());
  }
}
