package dev.jaxrscors.internal.runtime.standins.mp1.org.eclipse.microprofile.config;

import java.util.Optional;

/** Stands for the type of that name in MicroProfile Config before 2.0. */
public interface Config {

  <T> Optional<T> getOptionalValue(String key, Class<T> type);

  Iterable<String> getPropertyNames();
}
