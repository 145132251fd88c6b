package io.quarkus.security;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Lets users in alone. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Authenticated {}
