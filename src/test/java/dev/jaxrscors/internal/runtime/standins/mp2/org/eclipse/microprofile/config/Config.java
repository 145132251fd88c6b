package dev.jaxrscors.internal.runtime.standins.mp2.org.eclipse.microprofile.config;

import java.util.Optional;

/** Stands for the type of that name in MicroProfile Config since 2.0. */
public interface Config {

  <T> Optional<T> getOptionalValue(String key, Class<T> type);

  Iterable<String> getPropertyNames();

  ConfigValue getConfigValue(String key);
}
