package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.ResourceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The resource classes that a deployment has met, each below the parents it was met below.
 *
 * <p>Requests choose these parents. What they say is read once for each class; what follows for a
 * class below them is kept for each different answer; and only the last look-ups are kept for each
 * way. So no flood of ways can grow this, nor make it read a class again.
 */
final class KnownClasses {

  private static final int MOST_CLASSES = 10_000;
  private static final int MOST_ANSWERS = 2_000;
  private static final int MOST_WAYS = 1_000;

  /** Longer ways are worth no entry of their own: only a locator that leads to itself has them. */
  private static final int LONGEST_WAY = 16;

  /** A class, and what is around it, as far as its policies depend on it. */
  private record Place(Class<?> type, Surroundings surroundings) {}

  /** Hears of each class that is met on a new way. */
  @FunctionalInterface
  interface Listener {
    /** Takes note of a class. */
    void met(ResourceClass made, List<Class<?>> chain);
  }

  private final List<Class<?>> application;
  private final BiFunction<ResourceShape, Surroundings, ResourceClass> maker;
  private final Listener listener;
  private final Recent<Class<?>, ResourceShape> shapes = new Recent<>(MOST_CLASSES);
  private final Recent<Place, ResourceClass> answers = new Recent<>(MOST_ANSWERS);
  private final Recent<List<Class<?>>, ResourceClass> ways = new Recent<>(MOST_WAYS);
  // Those without parents, which no flood of ways may push out.
  private final Recent<Class<?>, ResourceClass> roots = new Recent<>(MOST_CLASSES);

  KnownClasses(
      List<Class<?>> application,
      BiFunction<ResourceShape, Surroundings, ResourceClass> maker,
      Listener listener) {
    this.application = application;
    this.maker = maker;
    this.listener = listener;
  }

  /** Returns what is known of a class without parents, or of the one that it is a proxy of. */
  ResourceClass of(Class<?> type) {
    ResourceClass found = roots.get(type);
    return found == null ? roots.keep(type, meet(List.of(Hierarchy.unproxied(type)))) : found;
  }

  /**
   * Returns what is known of a class below its parents.
   *
   * @param type the resource class, or a proxy of it
   * @param parents the classes whose locators led to it, nearest first
   */
  ResourceClass of(Class<?> type, List<Class<?>> parents) {
    if (parents.isEmpty()) {
      return of(type);
    }
    List<Class<?>> chain = new ArrayList<>(parents.size() + 1);
    chain.add(Hierarchy.unproxied(type));
    parents.forEach(parent -> chain.add(Hierarchy.unproxied(parent)));
    if (chain.size() > LONGEST_WAY) {
      return meet(chain);
    }
    ResourceClass found = ways.get(chain);
    return found == null ? ways.keep(chain, meet(chain)) : found;
  }

  private ResourceClass meet(List<Class<?>> chain) {
    ResourceClass found = find(chain);
    listener.met(found, chain);
    return found;
  }

  private ResourceClass find(List<Class<?>> chain) {
    Surroundings around = Surroundings.of(chain, application, this::shape);
    Place place = new Place(chain.get(0), around);
    ResourceClass found = answers.get(place);
    return found == null ? answers.keep(place, make(place)) : found;
  }

  /** Returns what a class says. */
  ResourceShape shape(Class<?> type) {
    ResourceShape found = shapes.get(type);
    return found == null ? shapes.keep(type, ResourceShape.of(type)) : found;
  }

  private ResourceClass make(Place place) {
    return maker.apply(shape(place.type()), place.surroundings());
  }

  /** Returns how much is kept, of classes, answers and ways. */
  int size() {
    return shapes.size() + answers.size() + ways.size() + roots.size();
  }
}
