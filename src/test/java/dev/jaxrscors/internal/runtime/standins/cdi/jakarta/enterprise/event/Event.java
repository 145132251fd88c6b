package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.event;

/** Stands for the type of that name in CDI. */
public interface Event {

  void fire(Object event);
}
