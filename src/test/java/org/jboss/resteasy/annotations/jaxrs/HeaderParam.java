package org.jboss.resteasy.annotations.jaxrs;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Injects a header. */
@Retention(RetentionPolicy.RUNTIME)
public @interface HeaderParam {
  /** The name; by default that of the member. */
  String value() default "";
}
