package org.jboss.resteasy.annotations;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Injects a bean. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Form {}
