package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject.spi;

import dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.event.Event;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/** Stands for the type of that name in CDI. */
public interface BeanManager {

  Set<Bean> getBeans(Type type, Annotation... qualifiers);

  Set<Object> resolveObserverMethods(Object event, Annotation... qualifiers);

  Event getEvent();
}
