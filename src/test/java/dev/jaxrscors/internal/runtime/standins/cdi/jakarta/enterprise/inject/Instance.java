package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject;

import java.lang.annotation.Annotation;

/** Stands for the type of that name in CDI. */
public interface Instance<T> extends Iterable<T> {

  <U extends T> Instance<U> select(Class<U> type, Annotation... qualifiers);

  boolean isResolvable();

  T get();
}
