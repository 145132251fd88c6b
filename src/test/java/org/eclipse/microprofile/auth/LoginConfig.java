package org.eclipse.microprofile.auth;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Has the container authenticate. */
@Retention(RetentionPolicy.RUNTIME)
public @interface LoginConfig {
  /** The method. */
  String authMethod();
}
