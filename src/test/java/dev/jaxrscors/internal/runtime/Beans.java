package dev.jaxrscors.internal.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A container of CDI, as far as a test says what is in it. */
public final class Beans {

  /** A bean: its class, whether it has a qualifier, and what makes it. */
  public record Bean(Class<?> type, boolean isQualified, Supplier<?> made) {}

  private final List<Bean> all = new ArrayList<>();
  private final Set<Class<?>> observed = new HashSet<>();
  private Consumer<Object> observer = event -> {};
  private boolean isStarting;
  private boolean isManaged = true;

  public Beans with(Object bean) {
    return with(bean.getClass(), () -> bean);
  }

  public Beans with(Class<?> type, Supplier<?> made) {
    all.add(new Bean(type, false, made));
    return this;
  }

  public Beans withQualified(Object bean) {
    all.add(new Bean(bean.getClass(), true, () -> bean));
    return this;
  }

  /** An observer of events of some types. */
  public Beans observing(Consumer<Object> then, Class<?>... types) {
    observer = then;
    observed.addAll(List.of(types));
    return this;
  }

  /** There is CDI, and nobody may ask it for anything yet. */
  public Beans starting() {
    isStarting = true;
    return this;
  }

  /** There is CDI, and nothing that manages beans. */
  public Beans withoutManager() {
    isManaged = false;
    return this;
  }

  /** Returns what loads the application that these are the beans of. */
  public StandIns loader() {
    return new StandIns("cdi", this);
  }

  public List<Bean> all() {
    return all;
  }

  public List<Bean> unqualified() {
    return all.stream().filter(bean -> !bean.isQualified()).toList();
  }

  public boolean isStarting() {
    return isStarting;
  }

  public boolean isManaged() {
    return isManaged;
  }

  public Set<Class<?>> observed() {
    return observed;
  }

  public void fire(Object event) {
    observer.accept(event);
  }
}
