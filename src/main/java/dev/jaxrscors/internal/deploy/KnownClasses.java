package dev.jaxrscors.internal.deploy;

import dev.jaxrscors.internal.resource.Hierarchy;
import dev.jaxrscors.internal.resource.ResourceShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * The resource classes of a deployment, each below the parents that led to it.
 *
 * <p>Requests choose these parents. So a class is read once, its policies are resolved once for
 * each different answer of its parents, and of ways only the last are kept: no flood of ways can
 * grow this, nor make it read a class again.
 */
final class KnownClasses {

  private static final int MOST_CLASSES = 10_000;
  private static final int MOST_ANSWERS = 2_000;
  private static final int MOST_WAYS = 1_000;

  /** Longer ways are worth no entry of their own: only a locator that leads to itself has them. */
  private static final int LONGEST_WAY = 16;

  /** A class, and what is around it, as far as its policies depend on it. */
  private record Place(Class<?> type, Surroundings surroundings) {}

  private final List<Class<?>> application;
  private final BiFunction<ResourceShape, Surroundings, ResourceClass> maker;
  private final BiConsumer<ResourceClass, List<Class<?>>> listener;
  private final Recent<Class<?>, ResourceShape> shapes;
  private final Recent<Place, ResourceClass> answers = new Recent<>(MOST_ANSWERS, this::make);
  private final Recent<List<Class<?>>, ResourceClass> ways = new Recent<>(MOST_WAYS, this::find);
  // Those without parents, which no flood of ways may push out.
  private final Recent<Class<?>, ResourceClass> roots =
      new Recent<>(MOST_CLASSES, type -> find(List.of(Hierarchy.unproxied(type))));

  /**
   * Knows no class yet.
   *
   * @param listener receives each class that is reached on a new way, with that way
   */
  KnownClasses(
      List<Class<?>> application,
      Recent<Class<?>, ResourceShape> shapes,
      BiFunction<ResourceShape, Surroundings, ResourceClass> maker,
      BiConsumer<ResourceClass, List<Class<?>>> listener) {
    this.application = application;
    this.shapes = shapes;
    this.maker = maker;
    this.listener = listener;
  }

  /** Returns room for what classes say, which is the same whatever was deployed. */
  static Recent<Class<?>, ResourceShape> noShapes() {
    return new Recent<>(MOST_CLASSES, ResourceShape::of);
  }

  /** Returns what is known of a class without parents, or of the one that it is a proxy of. */
  ResourceClass of(Class<?> type) {
    return roots.get(type);
  }

  /** Returns the same for a class below the parents whose locators led to it, nearest first. */
  ResourceClass of(Class<?> type, List<Class<?>> parents) {
    if (parents.isEmpty()) {
      return of(type);
    }
    List<Class<?>> chain = new ArrayList<>(parents.size() + 1);
    chain.add(Hierarchy.unproxied(type));
    parents.forEach(parent -> chain.add(Hierarchy.unproxied(parent)));
    return chain.size() > LONGEST_WAY ? find(chain) : ways.get(chain);
  }

  private ResourceClass find(List<Class<?>> chain) {
    Surroundings around = Surroundings.of(chain, application, this::shape);
    ResourceClass found = answers.get(new Place(chain.get(0), around));
    listener.accept(found, chain);
    return found;
  }

  ResourceShape shape(Class<?> type) {
    return shapes.get(type);
  }

  private ResourceClass make(Place place) {
    return maker.apply(shape(place.type()), place.surroundings());
  }

  int size() {
    return shapes.size() + answers.size() + ways.size() + roots.size();
  }
}
