package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject;

import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the qualifier of that name in CDI. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Any {

  /** Stands for the type of that name in CDI. */
  final class Literal implements Any {

    public static final Literal INSTANCE = new Literal();

    private Literal() {}

    @Override
    public Class<? extends Annotation> annotationType() {
      return Any.class;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Any;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
