package org.jboss.resteasy.reactive;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Injects a header. */
@Retention(RetentionPolicy.RUNTIME)
public @interface RestHeader {
  /** The name; by default that of the member. */
  String value() default "";
}
