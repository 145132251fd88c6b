package dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject.spi;

import dev.jaxrscors.internal.runtime.Beans;
import dev.jaxrscors.internal.runtime.StandIns;
import dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.event.Event;
import dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject.Any;
import dev.jaxrscors.internal.runtime.standins.cdi.jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Stands for the type of that name in CDI; what is behind it is hidden, as in a container. */
public abstract class CDI<T> implements Instance<T> {

  public static CDI<Object> current() {
    Beans beans = StandIns.world(CDI.class, Beans.class);
    if (beans.isStarting()) {
      throw new IllegalStateException("Unable to access CDI");
    }
    return new Provided<>(beans, beans.unqualified());
  }

  public abstract BeanManager getBeanManager();

  private static final class Provided<T> extends CDI<T> {

    private final Beans beans;
    private final List<Beans.Bean> found;

    Provided(Beans beans, List<Beans.Bean> found) {
      this.beans = beans;
      this.found = found;
    }

    @Override
    public <U extends T> Instance<U> select(Class<U> type, Annotation... qualifiers) {
      List<Beans.Bean> among = isAny(qualifiers) ? beans.all() : found;
      return new Provided<>(
          beans, among.stream().filter(bean -> type.isAssignableFrom(bean.type())).toList());
    }

    @Override
    public boolean isResolvable() {
      return found.size() == 1;
    }

    @Override
    public T get() {
      return iterator().next();
    }

    @Override
    public Iterator<T> iterator() {
      Iterator<Beans.Bean> beans = found.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return beans.hasNext();
        }

        @Override
        @SuppressWarnings("unchecked")
        public T next() {
          return (T) beans.next().made().get();
        }
      };
    }

    @Override
    public BeanManager getBeanManager() {
      return beans.isManaged() ? new Managed(beans) : null;
    }
  }

  private record Managed(Beans beans) implements BeanManager {

    @Override
    public Set<Bean> getBeans(Type type, Annotation... qualifiers) {
      List<Beans.Bean> found = isAny(qualifiers) ? beans.all() : beans.unqualified();
      return found.stream().<Bean>map(bean -> bean::type).collect(Collectors.toSet());
    }

    @Override
    public Set<Object> resolveObserverMethods(Object event, Annotation... qualifiers) {
      return beans.observed().contains(event.getClass()) ? Set.of("observer") : Set.of();
    }

    @Override
    public Event getEvent() {
      return beans::fire;
    }
  }

  private static boolean isAny(Annotation... qualifiers) {
    return List.of(qualifiers).contains(Any.Literal.INSTANCE);
  }
}
