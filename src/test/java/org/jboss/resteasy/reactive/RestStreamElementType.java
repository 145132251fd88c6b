package org.jboss.resteasy.reactive;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Sends elements as events. */
@Retention(RetentionPolicy.RUNTIME)
public @interface RestStreamElementType {
  /** The media type of an element. */
  String value();
}
