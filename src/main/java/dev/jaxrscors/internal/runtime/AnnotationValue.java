package dev.jaxrscors.internal.runtime;

import java.lang.annotation.Annotation;
import java.util.Optional;

/** What an annotation says as its value, where its type need not be on the class path. */
public final class AnnotationValue {

  private AnnotationValue() {}

  /** Returns the member {@code value}, if there is one of that type. */
  public static <T> Optional<T> of(Annotation annotation, Class<T> type) {
    try {
      Object value = annotation.annotationType().getMethod("value").invoke(annotation);
      return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    } catch (ReflectiveOperationException e) {
      // Another annotation than the one of that name that is known.
      return Optional.empty();
    }
  }
}
