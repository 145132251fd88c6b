package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject.spi;

/** Stands for the type of that name in CDI. */
public interface Bean {

  Class<?> getBeanClass();
}
