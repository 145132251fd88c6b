package dev.jaxrscors.internal.runtime.standins.mp2.org.eclipse.microprofile.config;

/** Stands for the type of that name in MicroProfile Config since 2.0. */
public interface ConfigValue {

  String getRawValue();

  String getValue();

  String getSourceName();
}
